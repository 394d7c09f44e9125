package dev.errata.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Thresholds;

class EvaluationTest {

    private static final Thresholds[] THRESHOLDS = {Thresholds.DEFAULT, new Thresholds(0.5, 0.5), new Thresholds(0.25, 0.1),
        new Thresholds(1.0 / 3, 0), new Thresholds(0.01, 0.3), new Thresholds(1, 0), new Thresholds(0.75, 1)};

    @Test
    void everyThresholdAgreesWithTheSlowStatement() {
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            Scene scene = Scene.random(random, 1 + random.nextInt(8), 1 + random.nextInt(4), random.nextInt(30), true);
            Evaluation moved = evaluate(scene, Thresholds.DEFAULT);
            for (Thresholds thresholds : THRESHOLDS) {
                moved.setThresholds(thresholds, Progress.NONE);
                assertAgrees(scene, thresholds, moved);
                assertAgrees(scene, thresholds, evaluate(scene, thresholds));
            }
        }
    }

    @Test
    void crowdedImagesAgreeWithTheSlowStatement() {
        Scene scene = Scene.random(new Random(2), 2, 3, 150, true);
        assertAgrees(scene, Thresholds.DEFAULT, evaluate(scene, Thresholds.DEFAULT));
    }

    @Test
    void manyImagesAgreeWithTheSlowStatement() {
        Scene scene = Scene.random(new Random(3), 700, 5, 3, false);
        assertAgrees(scene, Thresholds.DEFAULT, evaluate(scene, Thresholds.DEFAULT));
    }

    @Test
    void everyObjectIsInExactlyOneCell() {
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            Scene scene = Scene.random(random, 5, 4, random.nextInt(20), true);
            for (Thresholds thresholds : THRESHOLDS) {
                assertConsistent(scene, evaluate(scene, thresholds));
            }
        }
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            Scene scene = Scene.random(random, 4, 3, random.nextInt(25), false);
            Evaluation expected = evaluate(scene, Thresholds.DEFAULT);
            Evaluation shuffled = evaluate(scene.shuffled(random), Thresholds.DEFAULT);
            assertSameMatrix(expected, shuffled);
            assertEquals(matchesByPosition(scene, expected), matchesByPosition(scene, shuffled));
        }
    }

    @Test
    void rematchingEditedImagesEqualsEvaluatingFromScratch() {
        Random random = new Random(6);
        for (int round = 0; round < 30; round++) {
            Scene scene = Scene.random(random, 6, 3, 1 + random.nextInt(15), true);
            AnnotationColumns annotations = scene.annotationColumns();
            PredictionColumns predictions = scene.predictionColumns();
            Evaluation edited = Evaluation.of(annotations, predictions, scene.classes, Thresholds.DEFAULT, Progress.NONE);
            ConfusionMatrix live = edited.matrix();
            for (int edit = 0; edit < 20; edit++) {
                int image = random.nextInt(scene.images);
                editOneImage(scene, image, random);
                annotations.replace(image, Scene.rows(boxesOf(scene, image)));
                edited.rematch(image);
                assertSameMatrix(evaluate(scene, edited.thresholds()), edited);
                assertConsistent(scene, edited);
                if (edit == 10) {
                    edited.setThresholds(new Thresholds(0.3, 0.2), Progress.NONE);
                }
            }
            assertSame(live, edited.matrix());
            assertAgrees(scene, edited.thresholds(), edited);
        }
    }

    @Test
    void sameClassGoesBeforeABetterBoxOfAnotherClass() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, 0.9, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.1, 2, 0, 10, 10));
        Evaluation evaluation = evaluate(scene, Thresholds.DEFAULT);
        assertEquals(1, evaluation.matrix().count(0, 0));
        assertEquals(1, evaluation.matrix().count(2, 1));
        assertEquals(1, evaluation.predictionOf(0));
        assertEquals(Partner.UNMATCHED, evaluation.annotationOf(0));
    }

    @Test
    void anIouEqualToTheThresholdMatches() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.5, 0, 0, 10, 5));
        assertEquals(1, evaluate(scene, new Thresholds(0.5, 0.5)).matrix().count(0, 0));
        assertEquals(0, evaluate(scene, new Thresholds(Math.nextUp(0.5), 0.5)).matrix().count(0, 0));
        assertEquals(0, evaluate(scene, new Thresholds(0.5, Math.nextUp(0.5))).matrix().total()
            - evaluate(scene, new Thresholds(0.5, Math.nextUp(0.5))).matrix().count(0, 1));
    }

    @Test
    void crowdAbsorbsByTheShareOfThePredictionAndKeepsItOutOfTheMatrix() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100).asCrowd());
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 95, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.9, 96, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 2, 1, 0.9, 10, 10, 10, 10));
        Evaluation evaluation = evaluate(scene, Thresholds.DEFAULT);
        assertEquals(1, evaluation.ignoredAnnotations());
        assertEquals(1, evaluation.ignoredPredictions());
        assertEquals(Partner.IGNORED, evaluation.annotationOf(0));
        assertEquals(Partner.UNMATCHED, evaluation.annotationOf(1));
        assertEquals(1, evaluation.matrix().count(2, 0));
        assertEquals(1, evaluation.matrix().count(2, 1));
        assertEquals(2, evaluation.matrix().total());
    }

    @Test
    void cancellingLeavesTheEvaluationAsItWas() {
        Scene scene = Scene.random(new Random(7), 300, 3, 4, false);
        Evaluation evaluation = evaluate(scene, Thresholds.DEFAULT);
        assertThrows(CancellationException.class,
            () -> evaluation.setThresholds(new Thresholds(0.01, 0.5), new CancelAtOnce()));
        assertEquals(Thresholds.DEFAULT, evaluation.thresholds());
        assertAgrees(scene, Thresholds.DEFAULT, evaluation);
    }

    @Test
    void aDatasetWithoutImagesIsEmpty() {
        assertEquals(0, evaluate(new Scene(0, 0), Thresholds.DEFAULT).matrix().total());
    }

    private static final class CancelAtOnce implements Progress {

        @Override
        public void begin(String task, long total) {
            // only cancelling is asked of this one
        }

        @Override
        public void advance(long amount) {
            // only cancelling is asked of this one
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    }

    private static Evaluation evaluate(Scene scene, Thresholds thresholds) {
        return Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes, thresholds,
            Progress.NONE);
    }

    private static void editOneImage(Scene scene, int image, Random random) {
        List<Box> boxes = boxesOf(scene, image);
        scene.labels.removeAll(boxes);
        List<Box> edited = new ArrayList<>();
        for (Box box : boxes) {
            if (random.nextInt(4) > 0) {
                edited.add(random.nextInt(3) > 0 ? box
                    : Scene.randomBox(random, image, box.position(), scene.classes, true));
            }
        }
        if (random.nextBoolean()) {
            int position = scene.labels.stream().mapToInt(Box::position).max().orElse(0) + 100;
            edited.add(Scene.randomBox(random, image, position, scene.classes, false));
        }
        scene.labels.addAll(edited);
    }

    private static List<Box> boxesOf(Scene scene, int image) {
        return scene.labels.stream().filter(box -> box.image() == image).toList();
    }

    private static void assertAgrees(Scene scene, Thresholds thresholds, Evaluation evaluation) {
        SlowMatching slow = new SlowMatching(scene, thresholds);
        for (int row = 0; row <= scene.classes; row++) {
            for (int column = 0; column <= scene.classes; column++) {
                assertEquals(slow.matrix[row][column], evaluation.matrix().count(row, column), row + "," + column);
            }
        }
        assertEquals(slow.ignoredLabels, evaluation.ignoredAnnotations());
        assertEquals(slow.ignoredPredictions, evaluation.ignoredPredictions());
        assertEquals(slow.matches, matchesByPosition(scene, evaluation));
    }

    private static Map<Integer, Integer> matchesByPosition(Scene scene, Evaluation evaluation) {
        Map<Integer, Integer> matches = new HashMap<>();
        AnnotationColumns annotations = evaluation.annotations();
        for (int image = 0; image < scene.images; image++) {
            for (int row = annotations.begin(image); row < annotations.end(image); row++) {
                int prediction = evaluation.predictionOf(row);
                if (prediction >= 0) {
                    assertEquals(row, evaluation.annotationOf(prediction));
                    matches.put(annotations.position(row), evaluation.predictions().position(prediction));
                }
            }
        }
        return matches;
    }

    private static void assertConsistent(Scene scene, Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.matrix();
        int background = matrix.background();
        for (int label = 0; label < scene.classes; label++) {
            int wanted = label;
            assertEquals(scene.labels.stream().filter(b -> b.label() == wanted && !b.crowd()).count(),
                matrix.rowTotal(label));
        }
        long columns = 0;
        for (int label = 0; label < scene.classes; label++) {
            columns += matrix.columnTotal(label);
        }
        assertEquals(scene.predictions.stream()
            .filter(b -> b.confidence() >= evaluation.thresholds().confidence()).count(), evaluation.predictionCount());
        assertEquals(evaluation.predictionCount(), columns + evaluation.ignoredPredictions());
        assertEquals(scene.labels.stream().filter(Box::crowd).count(), evaluation.ignoredAnnotations());
        assertEquals(0, matrix.count(background, background));
        long mismatches = 0;
        for (int row = 0; row <= background; row++) {
            for (int column = 0; column <= background; column++) {
                assertEquals(matrix.count(row, column), evaluation.cell(row, column).size());
                mismatches += row == column ? 0 : matrix.count(row, column);
            }
        }
        assertEquals(mismatches, evaluation.mismatches().size());
    }

    private static void assertSameMatrix(Evaluation expected, Evaluation actual) {
        for (int row = 0; row <= expected.matrix().background(); row++) {
            for (int column = 0; column <= expected.matrix().background(); column++) {
                assertEquals(expected.matrix().count(row, column), actual.matrix().count(row, column), row + "," + column);
            }
        }
        assertEquals(expected.ignoredAnnotations(), actual.ignoredAnnotations());
        assertEquals(expected.ignoredPredictions(), actual.ignoredPredictions());
    }
}
