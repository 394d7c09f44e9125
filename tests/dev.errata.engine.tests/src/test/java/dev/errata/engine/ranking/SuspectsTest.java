package dev.errata.engine.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.ranking.errata.StudiedImages;
import dev.errata.engine.ranking.methods.MistakennessSuspects;
import dev.errata.engine.ranking.methods.ObjectLabScores;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

class SuspectsTest {

    private static final double EXACT = 1e-6;

    @Test
    void mistakennessIsThatOfFiftyOne() {
        assertEquals(0.95, MistakennessSuspects.ofClass(0.9, true), EXACT);
        assertEquals(0.05, MistakennessSuspects.ofClass(0.9, false), EXACT);
        assertEquals(0.77, MistakennessSuspects.ofLocation(0.9, 0.6), EXACT);
        assertEquals(0.14, MistakennessSuspects.ofLocation(0.9, 0.95), EXACT);
        assertEquals(0.65, MistakennessSuspects.ofLocation(0.3, 0.5), EXACT);
    }

    @Test
    void objectLabScoresAreThoseOfCleanlab() {
        Scene scene = new Scene(2, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 2, 0, 10, 10));
        scene.labels.add(Box.label(1, 1, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(1, 1, 1, 0.97, 0, 0, 10, 10));
        ObjectLabScores scores = new ObjectLabScores(scene.annotationColumns(), scene.predictionColumns(), false);
        assertEquals(0.681873, scores.location(0, 0), EXACT);
        double least = Math.min(scores.leastSimilarity(0), scores.leastSimilarity(1));
        assertEquals(least, scores.swap(1, 1, least), EXACT);
        assertEquals(1, scores.swap(0, 0, least), EXACT);
        assertTrue(Double.isNaN(scores.overlooked(0, 0, least)));
    }

    @Test
    void scaleFreeObjectLabDoesNotAskForTheSizeOfImages() {
        double[] similarity = new double[2];
        for (int i = 0; i < 2; i++) {
            double scale = i == 0 ? 1 : 1000;
            Scene scene = new Scene(1, 1);
            scene.labels.add(Box.label(0, 0, 0, 0, 0, 10 * scale, 20 * scale));
            scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 30 * scale, 5 * scale, 10 * scale, 10 * scale));
            similarity[i] = new ObjectLabScores(scene.annotationColumns(), scene.predictionColumns(), true).similarity(0, 0);
        }
        assertEquals(similarity[0], similarity[1], EXACT);
    }

    @Test
    void geometryFindsDuplicatesSliversAndBoxesOutside() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 0, 1, 0, 10, 10));
        scene.labels.add(Box.label(0, 2, 0, 50, 50, 40, 2));
        scene.labels.add(Box.label(0, 3, 0, 90, 20, 20, 10));
        scene.labels.add(Box.label(0, 4, 0, 30, 30, 0, 10));
        scene.labels.add(Box.label(0, 5, 0, 60, 10, 10, 12));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), List.of("cell"), List.of(),
            new int[] {100}, new int[] {100});
        Map<Integer, SuspectKind> found = new HashMap<>();
        Suspects.rank(SuspectMethod.GEOMETRY, input, Progress.NONE).forEach(s -> found.put(s.annotation(), s.kind()));
        assertEquals(Map.of(1, SuspectKind.DUPLICATE, 2, SuspectKind.LOOSE, 3, SuspectKind.LOOSE, 4, SuspectKind.SPURIOUS),
            found);
    }

    /** An IoU is a quotient of rounded areas. */
    @Test
    void theSameBoxTwiceIsNoMoreThanCertainlyADuplicate() {
        Random random = new Random(39);
        Scene scene = new Scene(50, 1);
        for (int image = 0; image < scene.images; image++) {
            double[] box = {random.nextDouble() * 500, random.nextDouble() * 500, random.nextDouble() * 9,
                random.nextDouble() * 9};
            scene.labels.add(Box.label(image, scene.labels.size(), 0, box));
            scene.labels.add(Box.label(image, scene.labels.size(), 0, box));
        }
        List<Suspect> suspects = rank(SuspectMethod.GEOMETRY, scene);
        assertTrue(suspects.size() >= scene.images);
        suspects.forEach(suspect -> assertTrue(suspect.score() <= 1, suspect::toString));
    }

    @Test
    void runsThatAgreeOutweighOneThatDoesNot() {
        Scene scene = new Scene(2, 2);
        for (int image = 0; image < 2; image++) {
            scene.labels.add(Box.label(image, image, 0, 0, 0, 10, 10));
            scene.predictions.add(Box.prediction(image, image, 1, 0.9, 0, 0, 10, 10));
        }
        Scene second = new Scene(2, 2);
        second.predictions.add(Box.prediction(0, 0, 1, 0.8, 0, 0, 10, 10));
        second.predictions.add(Box.prediction(1, 1, 0, 0.8, 0, 0, 10, 10));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), List.of("a", "b"),
            List.of(second.predictionColumns()), new int[0], new int[0]);
        List<Suspect> ranked = Suspects.rank(SuspectMethod.AGREEMENT, input, Progress.NONE);
        assertEquals(0, ranked.get(0).image());
        assertEquals(SuspectKind.WRONG_CLASS, ranked.get(0).kind());
        assertTrue(ranked.get(0).score() > ranked.get(1).score());
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodRanksAnyInputTheSameWayTwice(SuspectMethod method) {
        Random random = new Random(31);
        for (int round = 0; round < 6; round++) {
            Scene scene = Scene.random(random, 1 + random.nextInt(300), 3, random.nextInt(8), true);
            List<Suspect> ranked = rank(method, scene);
            assertEquals(ranked, rank(method, scene));
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < ranked.size(); i++) {
                Suspect suspect = ranked.get(i);
                assertTrue(i == 0 || ranked.get(i - 1).score() >= suspect.score());
                assertTrue(suspect.annotation() >= 0 || suspect.kind() == SuspectKind.MISSING);
                assertTrue(suspect.score() >= 0 && (suspect.score() <= 1 || method == SuspectMethod.LOSS), suspect::toString);
                assertTrue(seen.add(suspect.annotation() + "/" + (suspect.annotation() >= 0 ? "" : suspect.prediction())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodAcceptsAnEmptyDataset(SuspectMethod method) {
        assertEquals(List.of(), rank(method, new Scene(0, 1)));
        assertEquals(List.of(), rank(method, new Scene(3, 1)));
    }

    /** Where there is nothing to learn from, the queue still has all that does not agree. */
    @Test
    void errataHasSomethingToSayOfAHandfulOfLabels() {
        Random random = new Random(34);
        for (int round = 0; round < 200; round++) {
            Scene scene = Scene.random(random, 1 + random.nextInt(8), 3, 1 + random.nextInt(3), false);
            Evaluation evaluation = Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes,
                Thresholds.DEFAULT, Progress.NONE);
            List<Suspect> suspects = rank(SuspectMethod.ERRATA, scene);
            Set<Integer> named = new HashSet<>();
            suspects.forEach(s -> named.add(s.annotation()));
            assertTrue(evaluation.mismatches().isEmpty() || !suspects.isEmpty());
            evaluation.mismatches().stream().filter(pair -> pair.annotation() >= 0)
                .forEach(pair -> assertTrue(named.contains(pair.annotation()), pair::toString));
            suspects.forEach(s -> assertTrue(s.score() > 0 && s.score() < 1, s::toString));
        }
    }

    /** Four labels teach no tree anything: the confidences say which are in doubt. */
    @Test
    void ofFourLabelsThoseThatTheModelDoubtsComeFirst() {
        Scene scene = new Scene(2, 2);
        for (int i = 0; i < 4; i++) {
            scene.labels.add(Box.label(i / 2, i, i % 2, 0, i * 30, 20, 20));
        }
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 0, 20, 20));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.95, 0, 30, 20, 20));
        scene.predictions.add(Box.prediction(1, 2, 0, 0.9, 0, 60, 20, 20));
        scene.predictions.add(Box.prediction(1, 3, 1, 0.8, 70, 10, 20, 20));
        List<Suspect> suspects = rank(SuspectMethod.ERRATA, scene);
        assertEquals(List.of(SuspectKind.WRONG_CLASS, SuspectKind.MISSING, SuspectKind.SPURIOUS),
            suspects.stream().map(Suspect::kind).limit(3).toList());
        assertEquals(5, suspects.size());
        assertTrue(suspects.get(2).score() > 3 * suspects.get(3).score(), "the rest is what the model confirms");
    }

    @Test
    void reasonsSayWhatIsBesideAMissingLabel() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 1, 0, 0, 20, 20));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 10, 20, 20));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.8, 60, 60, 20, 20));
        assertEquals(List.of("the model sees class 0 at 0.90, which no label is for (the nearest overlaps it by IoU 0.33)",
            "the model sees class 1 at 0.80 where there is no label", "labelled class 1, which the model does not confirm"),
            rank(SuspectMethod.CONFIDENCE, scene).stream().map(Suspect::reason).toList());
    }

    /** What an edit leaves behind in memory must not matter: after reopening the ranks are the same. */
    @ParameterizedTest
    @EnumSource
    void ranksAfterAnEditAreThoseAfterReopening(SuspectMethod method) {
        Random random = new Random(35);
        Scene before = new SeededScene(random, 40).scene;
        Scene after = new Scene(before.images, before.classes);
        after.predictions.addAll(before.predictions);
        for (Box box : before.labels) {
            if (box.image() != 7 || box.position() % 3 != 0) {
                after.labels.add(box.image() % 5 != 1 ? box : Box.label(box.image(), box.position(), (box.label() + 1) % 4,
                    box.x() + 1, box.y(), box.width(), box.height()));
            }
        }
        AnnotationColumns edited = before.annotationColumns();
        for (int image = 0; image < before.images; image++) {
            if (image == 7 || image % 5 == 1) {
                int only = image;
                edited.replace(image, Scene.rows(after.labels.stream().filter(box -> box.image() == only).toList()));
            }
        }
        assertEquals(plain(method, edited, after), plain(method, after.annotationColumns(), after));
    }

    /** A program that lists the same images and boxes in another order has written the same labels. */
    @ParameterizedTest
    @EnumSource
    void theOrderOfTheFilesDoesNotMatter(SuspectMethod method) {
        Random random = new Random(37);
        Scene scene = new SeededScene(random, 60).scene;
        int[] elsewhere = IntStream.range(0, scene.images).map(image -> (image * 7 + 3) % scene.images).toArray();
        Scene other = new Scene(scene.images, scene.classes);
        scene.shuffled(random).labels.forEach(box -> other.labels.add(in(elsewhere[box.image()], box)));
        scene.shuffled(random).predictions.forEach(box -> other.predictions.add(in(elsewhere[box.image()], box)));
        List<Double> expected = rank(method, scene).stream().map(Suspect::score).toList();
        List<Double> found = rank(method, other).stream().map(Suspect::score).toList();
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), EXACT);
        }
    }

    private static Box in(int image, Box box) {
        return new Box(image, box.position(), box.label(), box.x(), box.y(), box.width(), box.height(), box.confidence(),
            box.crowd(), box.area());
    }

    @Test
    void anotherRoundHasOtherRandomNumbersAndGroupsInTheSameOrder() {
        Scene scene = new SeededScene(new Random(40), 30).scene;
        StudiedImages first = StudiedImages.of(new SuspectInput(scene.annotationColumns(), scene.predictionColumns(),
            List.of("a", "b", "c", "d")));
        StudiedImages second = first.again(1);
        Set<Integer> groups = new HashSet<>();
        for (int image = 0; image < scene.images; image++) {
            assertTrue(first.random(image).nextLong() != second.random(image).nextLong());
            assertEquals(first.random(image).nextLong(), first.again(0).random(image).nextLong());
            assertEquals(first.group(image) - first.group(0), second.group(image) - second.group(0));
            assertTrue(groups.add(first.group(image)) && groups.add(second.group(image)));
        }
        assertArrayEquals(first.labelRows(), second.labelRows());
    }

    /** No model needs to be asked whether a box without an area is wrong. */
    @ParameterizedTest
    @EnumSource(names = {"ERRATA", "GEOMETRY"})
    void aBoxWithoutAreaIsWrong(SuspectMethod method) {
        Scene scene = new SeededScene(new Random(38), 20).scene;
        scene.labels.add(Box.label(3, scene.labels.size(), 1, 40, 50, 0, 30));
        scene.labels.add(Box.label(4, scene.labels.size(), 1, 1e9, 50, 1e-9, 30));
        List<Suspect> first = rank(method, scene).subList(0, 2);
        assertEquals(List.of(3, 4), first.stream().map(Suspect::image).toList());
        first.forEach(suspect -> {
            assertEquals(1, suspect.score());
            assertTrue(suspect.reason().contains("no area"), suspect.reason());
        });
    }

    private static List<String> plain(SuspectMethod method, AnnotationColumns labels, Scene scene) {
        List<String> names = IntStream.range(0, scene.classes).mapToObj(i -> "class " + i).toList();
        return Suspects.rank(method, new SuspectInput(labels, scene.predictionColumns(), names), Progress.NONE).stream()
            .map(s -> s.image() + " " + (s.annotation() < 0 ? -1 : labels.id(s.annotation())) + " " + s.prediction() + " "
                + s.kind() + " " + s.score()).toList();
    }

    @Test
    void membersOfACellAreOrderedByWhatAMethodHoldsAgainstThem() {
        SeededScene seeded = new SeededScene(new Random(33), 200);
        Evaluation evaluation = Evaluation.of(seeded.scene.annotationColumns(), seeded.scene.predictionColumns(),
            seeded.scene.classes, Thresholds.DEFAULT, Progress.NONE);
        List<Suspect> suspects = rank(SuspectMethod.ERRATA, seeded.scene);
        List<RankedPair> ordered = Suspects.order(SuspectMethod.ERRATA, input(seeded.scene), evaluation,
            evaluation.mismatches(), Progress.NONE);
        assertEquals(new HashSet<>(evaluation.mismatches()), new HashSet<>(ordered.stream().map(RankedPair::pair).toList()));
        for (int i = 1; i < ordered.size(); i++) {
            assertTrue(ordered.get(i - 1).score() >= ordered.get(i).score());
        }
        Suspect first = suspects.stream().filter(s -> s.annotation() >= 0).findFirst().orElseThrow();
        ordered.stream().filter(r -> r.pair().annotation() == first.annotation())
            .forEach(r -> assertEquals(first.score(), r.score()));
    }

    @Test
    void errataFindsSeededErrorsOfEveryKindBeforeTheOthers() {
        SeededScene seeded = new SeededScene(new Random(32), 1500);
        double errata = seeded.averagePrecision(rank(SuspectMethod.ERRATA, seeded.scene));
        assertTrue(errata > 1.5 * seeded.averagePrecision(rank(SuspectMethod.CONFIDENCE, seeded.scene)));
        assertTrue(errata > 1.5 * seeded.averagePrecision(rank(SuspectMethod.OBJECTLAB, seeded.scene)));
        assertTrue(errata > 1.5 * seeded.averagePrecision(rank(SuspectMethod.MISTAKENNESS, seeded.scene)));
        Set<SuspectKind> kinds = new HashSet<>();
        rank(SuspectMethod.ERRATA, seeded.scene).stream().limit(seeded.errors()).forEach(s -> kinds.add(s.kind()));
        assertEquals(Set.of(SuspectKind.values()), kinds);
    }

    /** Either a label slipped from what a prediction shows, or that has no label: both are asked about, but are not both so. */
    @Test
    void whatALooseLabelLeavesIsTheChanceOfAMissingOne() {
        Map<Integer, Double> loose = new HashMap<>();
        List<Suspect> suspects = rank(SuspectMethod.ERRATA, new SeededScene(new Random(36), 1000).scene);
        suspects.stream().filter(s -> s.kind() == SuspectKind.LOOSE)
            .forEach(s -> loose.merge(s.prediction(), s.score(), Math::max));
        List<Suspect> both = suspects.stream().filter(s -> s.kind() == SuspectKind.MISSING && loose.containsKey(s.prediction()))
            .toList();
        assertTrue(both.size() > 5, both.size() + " predictions speak for either");
        both.forEach(s -> assertTrue(s.score() + loose.get(s.prediction()) < 1, s::toString));
        assertTrue(both.stream().anyMatch(s -> s.score() < loose.get(s.prediction())), "the less likely is asked about, too");
    }

    private static List<Suspect> rank(SuspectMethod method, Scene scene) {
        return Suspects.rank(method, input(scene), Progress.NONE);
    }

    private static SuspectInput input(Scene scene) {
        List<String> names = IntStream.range(0, scene.classes).mapToObj(i -> "class " + i).toList();
        return new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), names);
    }
}
