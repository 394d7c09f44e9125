package dev.errata.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;

class SelectionTest {

    /** What selections look at: images, and labels by their ids. */
    private final Set<Integer> images = new HashSet<>();
    private final Set<Long> labels = new HashSet<>();

    @ParameterizedTest
    @EnumSource
    void aCellCountsItsSelectedMembersAndNothingElse(Profile profile) {
        Random random = new Random(31);
        for (int round = 0; round < 40; round++) {
            Scene scene = Scene.random(random, 4, 3, random.nextInt(25), true);
            Evaluation all = evaluate(scene, scene.annotationColumns(), profile);
            Evaluation some = evaluate(scene, scene.annotationColumns(), profile);
            choose(random, scene);
            some.select(selection(some), Progress.NONE);
            assertCells(all, some);
            for (Thresholds next : List.of(new Thresholds(0.3, 0.2), new Thresholds(0.31, 0.2), new Thresholds(0.31, 0.19))) {
                some.setThresholds(next, Progress.NONE);
                all.setThresholds(next, Progress.NONE);
                assertCells(all, some);
            }
            some.select(Selection.ALL, Progress.NONE);
            assertEquals(all.matrix().total(), some.matrix().total());
            assertEquals(all.predictionCount(), some.predictionCount());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSelectionOfImagesAndItsOppositeAddUpToAll(Profile profile) {
        Random random = new Random(32);
        for (int round = 0; round < 30; round++) {
            Scene scene = Scene.random(random, 5, 3, random.nextInt(20), true);
            choose(random, scene);
            Evaluation all = evaluate(scene, scene.annotationColumns(), profile);
            Evaluation one = evaluate(scene, scene.annotationColumns(), profile);
            Evaluation other = evaluate(scene, scene.annotationColumns(), profile);
            one.select((image, annotation, prediction) -> images.contains(image), Progress.NONE);
            other.select((image, annotation, prediction) -> !images.contains(image), Progress.NONE);
            for (int row = 0; row <= scene.classes; row++) {
                for (int column = 0; column <= scene.classes; column++) {
                    assertEquals(all.matrix().count(row, column),
                        one.matrix().count(row, column) + other.matrix().count(row, column));
                }
            }
            assertEquals(all.ignoredAnnotations(), one.ignoredAnnotations() + other.ignoredAnnotations());
            assertEquals(all.ignoredPredictions(), one.ignoredPredictions() + other.ignoredPredictions());
            assertEquals(all.annotationCount(), one.annotationCount() + other.annotationCount());
            assertEquals(all.predictionCount(), one.predictionCount() + other.predictionCount());
        }
    }

    @Test
    void anEditThatChangesWhatIsLookedAtLeavesNothingBehind() {
        Random random = new Random(33);
        for (int round = 0; round < 30; round++) {
            Scene scene = Scene.random(random, 3, 3, 1 + random.nextInt(12), false);
            choose(random, scene);
            AnnotationColumns columns = scene.annotationColumns();
            Evaluation edited = evaluate(scene, columns, Profile.DEFAULT);
            edited.select(selection(edited), Progress.NONE);
            for (int image = 0; image < scene.images; image++) {
                int at = image;
                scene.labels.removeIf(box -> box.image() == at && random.nextInt(4) == 0);
                scene.labels.add(Scene.randomBox(random, image, 1000 + image, scene.classes, false));
                labels.clear();
                scene.labels.stream().filter(box -> random.nextBoolean()).forEach(box -> labels.add(box.position() + 1L));
                for (int every = 0; every < scene.images; every++) {
                    int of = every;
                    columns.replace(every, Scene.rows(scene.labels.stream().filter(b -> b.image() == of).toList()));
                    edited.rematch(every);
                }
                Evaluation anew = evaluate(scene, scene.annotationColumns(), Profile.DEFAULT);
                anew.select(selection(anew), Progress.NONE);
                for (int row = 0; row <= scene.classes; row++) {
                    for (int column = 0; column <= scene.classes; column++) {
                        assertEquals(anew.matrix().count(row, column), edited.matrix().count(row, column));
                        assertEquals(edited.matrix().count(row, column), edited.cell(row, column).size());
                    }
                }
                assertEquals(anew.annotationCount(), edited.annotationCount());
            }
        }
    }

    @Test
    void onlyWhatCountsIsExplained() {
        Random random = new Random(34);
        int compared = 0;
        for (int round = 0; round < 30; round++) {
            Scene scene = Scene.random(random, 4, 3, 15, false);
            choose(random, scene);
            AnnotationColumns columns = scene.annotationColumns();
            var predictions = scene.predictionColumns();
            Evaluation first = Evaluation.of(columns, predictions, scene.classes, Thresholds.DEFAULT, Progress.NONE);
            Evaluation second = Evaluation.of(columns, predictions, scene.classes, Thresholds.DEFAULT, Profile.COCO,
                ClassRules.NONE, Progress.NONE);
            long wanted = Explanation.of(first, second).differences().stream()
                .filter(difference -> images.contains(difference.image())).count();
            first.select((image, annotation, prediction) -> images.contains(image), Progress.NONE);
            second.select(first.selection(), Progress.NONE);
            assertEquals(wanted, Explanation.of(first, second).differences().size());
            compared += (int) wanted;
        }
        assertTrue(compared > 100);
    }

    private void choose(Random random, Scene scene) {
        images.clear();
        labels.clear();
        for (int image = 0; image < scene.images; image++) {
            if (random.nextInt(3) > 0) {
                images.add(image);
            }
        }
        scene.labels.stream().filter(box -> random.nextBoolean()).forEach(box -> labels.add(box.position() + 1L));
    }

    /** Chosen labels with their predictions, and confident predictions without any, of chosen images. */
    private Selection selection(Evaluation of) {
        return (image, annotation, prediction) -> images.contains(image) && (annotation >= 0
            ? labels.contains(of.annotations().id(annotation)) : of.predictions().confidence(prediction) > 0.5);
    }

    private static Evaluation evaluate(Scene scene, AnnotationColumns columns, Profile profile) {
        return Evaluation.of(columns, scene.predictionColumns(), scene.classes, profile.usualThresholds(), profile,
            ClassRules.NONE, Progress.NONE);
    }

    private static void assertCells(Evaluation all, Evaluation some) {
        Selection selection = some.selection();
        long counted = 0;
        for (int row = 0; row <= some.matrix().background(); row++) {
            for (int column = 0; column <= some.matrix().background(); column++) {
                List<MatchedPair> wanted = all.cell(row, column).stream()
                    .filter(pair -> selection.includes(pair.image(), pair.annotation(), pair.prediction())).toList();
                assertEquals(wanted, List.copyOf(some.cell(row, column)));
                assertEquals(wanted.size(), some.matrix().count(row, column));
                counted += wanted.size();
            }
        }
        assertEquals(counted, some.matrix().total());
        List<MatchedPair> mismatches = all.mismatches().stream()
            .filter(pair -> selection.includes(pair.image(), pair.annotation(), pair.prediction())).toList();
        assertEquals(mismatches, List.copyOf(some.mismatches()));
    }
}
