package dev.errata.engine.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;

class ClassRulesTest {

    private static final int CARE = 0;
    private static final int DONT_CARE = 1;

    @Test
    void aPairHasADirectionAndEqualClassesAlwaysAgree() {
        ClassRules rules = ClassRules.of(List.of(new ClassRules.Pair(0, 1), new ClassRules.Pair(2, 2)), List.of(3));
        assertTrue(rules.agree(0, 1));
        assertFalse(rules.agree(1, 0));
        assertTrue(rules.agree(1, 1));
        assertEquals(List.of(new ClassRules.Pair(0, 1)), rules.allowed());
        assertEquals(List.of(3), rules.ignored());
        assertEquals(rules, ClassRules.of(rules.allowed(), rules.ignored()));
    }

    @ParameterizedTest
    @EnumSource
    void aRegionOfAnIgnoredClassTakesLeftoversOfAnyClass(Profile profile) {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, DONT_CARE, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, CARE, 200, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, CARE, 0.9, 10, 10, 20, 20));
        scene.predictions.add(Box.prediction(0, 1, CARE, 0.8, 200, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 2, CARE, 0.7, 500, 0, 20, 20));
        scene.predictions.add(Box.prediction(0, 3, DONT_CARE, 0.6, 600, 0, 20, 20));
        Evaluation evaluation = evaluate(scene, profile, ClassRules.of(List.of(), List.of(DONT_CARE)));
        assertEquals(1, evaluation.matrix().count(CARE, CARE));
        assertEquals(1, evaluation.matrix().count(2, CARE));
        assertEquals(2, evaluation.matrix().total());
        assertEquals(1, evaluation.ignoredAnnotations());
        assertEquals(2, evaluation.ignoredPredictions());
    }

    @ParameterizedTest
    @EnumSource
    void anObjectIsMatchedBeforeARegionTakesItsPrediction(Profile profile) {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, DONT_CARE, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, CARE, 10, 10, 20, 20));
        scene.predictions.add(Box.prediction(0, 0, CARE, 0.9, 10, 10, 20, 20));
        Evaluation evaluation = evaluate(scene, profile, ClassRules.of(List.of(), List.of(DONT_CARE)));
        assertEquals(1, evaluation.matrix().count(CARE, CARE));
        assertEquals(0, evaluation.ignoredPredictions());
    }

    @Test
    void anAllowedPairIsNoMismatch() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 1, 50, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, 0.9, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.9, 50, 0, 10, 10));
        Evaluation evaluation = evaluate(scene, Profile.DEFAULT, ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of()));
        assertEquals(1, evaluation.acceptedPairs());
        assertEquals(1, evaluation.matrix().count(0, 1));
        assertEquals(1, evaluation.mismatches().size());
        assertEquals(1, evaluation.annotations().label(evaluation.mismatches().get(0).annotation()));
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsCountedOnceUnderAnyRules(Profile profile) {
        Random random = new Random(31);
        for (int round = 0; round < 30; round++) {
            Scene scene = Scene.random(random, 4, 3, random.nextInt(25), true);
            ClassRules rules = ClassRules.of(List.of(new ClassRules.Pair(0, 2), new ClassRules.Pair(2, 0)),
                random.nextBoolean() ? List.of(1) : List.of());
            AnnotationColumns annotations = scene.annotationColumns();
            Evaluation evaluation = Evaluation.of(annotations, scene.predictionColumns(), scene.classes,
                profile.usualThresholds(), profile, rules, Progress.NONE);
            assertConsistent(evaluation);
            int image = random.nextInt(scene.images);
            scene.labels.removeIf(box -> box.image() == image && random.nextInt(3) == 0);
            scene.labels.add(Scene.randomBox(random, image, 1000, scene.classes, false));
            annotations.replace(image, Scene.rows(scene.labels.stream().filter(box -> box.image() == image).toList()));
            evaluation.rematch(image);
            assertConsistent(evaluation);
            Evaluation fresh = Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes,
                profile.usualThresholds(), profile, rules, Progress.NONE);
            assertEquals(fresh.ignoredPredictions(), evaluation.ignoredPredictions());
            assertEquals(fresh.matrix().total(), evaluation.matrix().total());
        }
    }

    private static void assertConsistent(Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.matrix();
        long off = 0;
        long further = 0;
        for (int row = 0; row <= matrix.background(); row++) {
            for (int column = 0; column <= matrix.background(); column++) {
                assertEquals(matrix.count(row, column), evaluation.cell(row, column).size(), row + "," + column);
                off += evaluation.rules().agree(row, column) ? 0 : matrix.count(row, column);
                if (evaluation.rules().ignores(row) || evaluation.rules().ignores(column)) {
                    assertEquals(0, matrix.count(row, column), row + "," + column);
                }
            }
        }
        // only FiftyOne's crowd regions have several predictions
        for (int row = 0; row < evaluation.predictions().size(); row++) {
            int annotation = evaluation.annotationOf(row);
            further += annotation >= 0 && evaluation.predictionOf(annotation) != row ? 1 : 0;
        }
        assertEquals(off, evaluation.mismatches().size());
        assertEquals(off, evaluation.mismatchCount());
        assertEquals(evaluation.annotations().size(), matrix.total() - matrix.rowTotal(matrix.background()) - further
            + evaluation.ignoredAnnotations());
        assertEquals(evaluation.predictionCount(), matrix.total() - matrix.columnTotal(matrix.background())
            + evaluation.ignoredPredictions());
    }

    private static Evaluation evaluate(Scene scene, Profile profile, ClassRules rules) {
        return Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes, new Thresholds(0.5, 0), profile,
            rules, Progress.NONE);
    }
}
