package dev.errata.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;

class ProfileTest {

    static Stream<Arguments> peers() {
        return Stream.of("val2014", "ties").flatMap(file -> Stream.of(Profile.values())
            .filter(profile -> profile != Profile.DEFAULT).map(profile -> Arguments.of(file, profile)));
    }

    @ParameterizedTest
    @MethodSource("peers")
    void everyCellIsThatOfThePeer(String file, Profile profile) throws IOException {
        Golden golden = Golden.read(file);
        JsonNode expected = golden.values.get("profiles").get(profile.id());
        Thresholds thresholds = new Thresholds(expected.get(0).asDouble(), expected.get(1).asDouble());
        assertEquals(thresholds, profile.usualThresholds());
        Evaluation evaluation = Evaluation.of(golden.annotations, golden.predictions, golden.classes, thresholds, profile,
            ClassRules.NONE, Progress.NONE);
        for (int row = 0; row <= golden.classes; row++) {
            for (int column = 0; column <= golden.classes; column++) {
                assertEquals(expected.get(2).get(row).get(column).asLong(), evaluation.matrix().count(row, column),
                    row + "," + column);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyObjectIsInExactlyOneCell(Profile profile) {
        Random random = new Random(21);
        for (int round = 0; round < 40; round++) {
            Scene scene = Scene.random(random, 4, 3, random.nextInt(25), true);
            for (Thresholds thresholds : List.of(profile.usualThresholds(), new Thresholds(0.2, 0.3), new Thresholds(1, 0))) {
                assertConsistent(scene, evaluate(scene, profile, thresholds));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheInputChangesNothing(Profile profile) {
        Random random = new Random(22);
        for (int round = 0; round < 40; round++) {
            Scene scene = Scene.random(random, 3, 3, random.nextInt(25), false);
            assertSameMatrix(evaluate(scene, profile, new Thresholds(0.4, 0.1)),
                evaluate(scene.shuffled(random), profile, new Thresholds(0.4, 0.1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rematchingAnEditedImageEqualsEvaluatingFromScratch(Profile profile) {
        Random random = new Random(23);
        for (int round = 0; round < 20; round++) {
            Scene scene = Scene.random(random, 4, 3, 1 + random.nextInt(15), true);
            AnnotationColumns annotations = scene.annotationColumns();
            Evaluation edited = Evaluation.of(annotations, scene.predictionColumns(), scene.classes,
                profile.usualThresholds(), profile, ClassRules.NONE, Progress.NONE);
            for (int image = 0; image < scene.images; image++) {
                int at = image;
                scene.labels.removeIf(box -> box.image() == at && random.nextInt(3) == 0);
                scene.labels.add(Scene.randomBox(random, image, 1000 + image, scene.classes, false));
                annotations.replace(image, Scene.rows(scene.labels.stream().filter(b -> b.image() == at).toList()));
                edited.rematch(image);
                assertConsistent(scene, edited);
            }
            assertSameMatrix(evaluate(scene, profile, profile.usualThresholds()), edited);
        }
    }

    /** Steps from one threshold to the next, small and large, among them exactly those that overlaps and confidences have. */
    @ParameterizedTest
    @EnumSource
    void stepsOfTheThresholdsEqualMatchingFromScratch(Profile profile) {
        Random random = new Random(24);
        ClassRules rules = ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of(2));
        for (int round = 0; round < 20; round++) {
            Scene scene = Scene.random(random, 12, 3, 1 + random.nextInt(8), true);
            AnnotationColumns annotations = scene.annotationColumns();
            PredictionColumns predictions = scene.predictionColumns();
            Thresholds thresholds = profile.usualThresholds();
            Evaluation moved = Evaluation.of(annotations, predictions, scene.classes, thresholds, profile, rules, Progress.NONE);
            for (int step = 0; step < 25; step++) {
                thresholds = stepFrom(thresholds, random);
                moved.setThresholds(thresholds, Progress.NONE);
                Evaluation anew = Evaluation.of(annotations, predictions, scene.classes, thresholds, profile, rules,
                    Progress.NONE);
                assertSameMatrix(anew, moved);
                assertEquals(anew.mismatches(), moved.mismatches());
                assertEquals(anew.ignoredPredictions(), moved.ignoredPredictions());
                assertEquals(anew.ignoredAnnotations(), moved.ignoredAnnotations());
                assertEquals(anew.predictionCount(), moved.predictionCount());
            }
        }
    }

    private static Thresholds stepFrom(Thresholds before, Random random) {
        double[] exact = {0.25, 0.5, 1.0 / 3, 0.2, 0.6, 0.75, 1, 2.0 / 3};
        double iou = switch (random.nextInt(4)) {
            case 0 -> Math.clamp(before.iou() + (random.nextInt(5) - 2) * 0.01, 0.01, 1);
            case 1 -> exact[random.nextInt(exact.length)];
            case 2 -> Math.min(1, Math.nextUp(before.iou()));
            default -> before.iou();
        };
        double confidence = switch (random.nextInt(4)) {
            case 0 -> Math.clamp(before.confidence() + (random.nextInt(5) - 2) * 0.01, 0, 1);
            case 1 -> random.nextInt(11) / 10.0;
            case 2 -> Math.min(1, Math.nextUp(before.confidence()));
            default -> before.confidence();
        };
        return new Thresholds(iou, confidence);
    }

    @Test
    void twoStagesLoseAPairThatGreedyAndAssignmentKeep() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, 0, 20, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.8, 6, 0, 100, 100));
        Thresholds thresholds = new Thresholds(0.5, 0.1);
        assertEquals(1, evaluate(scene, Profile.ULTRALYTICS, thresholds).matrix().count(0, 0));
        assertEquals(2, evaluate(scene, Profile.CVAT, thresholds).matrix().count(0, 0));
        assertEquals(2, evaluate(scene, Profile.DEFAULT, thresholds).matrix().count(0, 0));
    }

    @Test
    void assignmentPrefersTheLargerSumToTheBestPair() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, 0, 30, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 10, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.9, -30, 0, 100, 100));
        Thresholds thresholds = new Thresholds(0.5, 0);
        assertEquals(1, evaluate(scene, Profile.DEFAULT, thresholds).matrix().count(0, 0));
        assertEquals(2, evaluate(scene, Profile.CVAT, thresholds).matrix().count(0, 0));
    }

    /** By SciPy: the first label gives its place to the third and moves on behind the second, and so does what is left. */
    @Test
    void ofEqualAssignmentsCvatsIsFound() {
        Scene scene = new Scene(1, 4);
        scene.labels.add(Box.label(0, 1, 3, 100, 0, 10, 10));
        scene.labels.add(Box.label(0, 2, 3, 200, 0, 10, 10));
        scene.labels.add(Box.label(0, 3, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.5, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.5, 100, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 2, 2, 0.5, 100, 0, 10, 10));
        ConfusionMatrix matrix = evaluate(scene, Profile.CVAT, Thresholds.DEFAULT).matrix();
        assertEquals(1, matrix.count(3, 2));
        assertEquals(0, matrix.count(3, 1));
    }

    @Test
    void allowedPairsHaveADirection() {
        Scene scene = new Scene(2, 2);
        for (int image = 0; image < 2; image++) {
            scene.labels.add(Box.label(image, image, image, 0, 0, 10, 10));
            scene.predictions.add(Box.prediction(image, image, 1 - image, 0.9, 0, 0, 10, 10));
        }
        Evaluation evaluation = Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), 2, Thresholds.DEFAULT,
            Profile.NUCLEUS, ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of()), Progress.NONE);
        assertEquals(1, evaluation.matrix().count(0, 1));
        assertEquals(0, evaluation.matrix().count(1, 0));
        assertEquals(1, evaluation.matrix().count(1, 2));
        assertEquals(1, evaluation.matrix().count(2, 0));
    }

    private static Evaluation evaluate(Scene scene, Profile profile, Thresholds thresholds) {
        return Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes, thresholds, profile,
            ClassRules.NONE, Progress.NONE);
    }

    private static void assertConsistent(Scene scene, Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.matrix();
        long columns = 0;
        long further = 0;
        for (int label = 0; label < scene.classes; label++) {
            columns += matrix.columnTotal(label);
            int wanted = label;
            long objects = scene.labels.stream().filter(b -> b.label() == wanted).count();
            long crowds = scene.labels.stream().filter(b -> b.label() == wanted && b.crowd()).count();
            boolean outside = !evaluation.profile().crowdsOrdinary() && evaluation.profile() != Profile.FIFTYONE;
            further += matrix.rowTotal(label) - (outside ? objects - crowds : objects);
        }
        // only a crowd region of FiftyOne stands in several members of a cell
        long members = furtherPredictions(evaluation);
        assertEquals(members, further);
        assertEquals(evaluation.predictionCount(), columns + evaluation.ignoredPredictions());
        for (int row = 0; row <= scene.classes; row++) {
            for (int column = 0; column <= scene.classes; column++) {
                assertEquals(matrix.count(row, column), evaluation.cell(row, column).size(), row + "," + column);
            }
        }
        assertEquals(0, matrix.count(scene.classes, scene.classes));
    }

    private static long furtherPredictions(Evaluation evaluation) {
        long further = 0;
        for (int row = 0; row < evaluation.predictions().size(); row++) {
            int annotation = evaluation.annotationOf(row);
            further += annotation >= 0 && evaluation.predictionOf(annotation) != row ? 1 : 0;
        }
        if (evaluation.profile() != Profile.FIFTYONE) {
            assertEquals(0, further);
        }
        return further;
    }

    private static void assertSameMatrix(Evaluation expected, Evaluation actual) {
        for (int row = 0; row <= expected.matrix().background(); row++) {
            for (int column = 0; column <= expected.matrix().background(); column++) {
                assertEquals(expected.matrix().count(row, column), actual.matrix().count(row, column), row + "," + column);
            }
        }
    }
}
