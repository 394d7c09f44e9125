package dev.errata.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;

class ExplanationTest {

    private static final Thresholds HALF = new Thresholds(0.5, 0);

    @ParameterizedTest
    @EnumSource
    void differencesSumUpToThatOfTheMatrices(Profile profile) {
        Random random = new Random(31);
        for (int round = 0; round < 25; round++) {
            Scene scene = Scene.random(random, 3, 3, random.nextInt(30), true);
            AnnotationColumns annotations = scene.annotationColumns();
            PredictionColumns predictions = scene.predictionColumns();
            for (Profile other : Profile.values()) {
                for (Thresholds thresholds : List.of(other.usualThresholds(), new Thresholds(0.3, 0.2))) {
                    assertSumsUp(
                        evaluate(annotations, predictions, scene.classes, profile, profile.usualThresholds()),
                        evaluate(annotations, predictions, scene.classes, other, thresholds));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"val2014", "ties"})
    void differencesSumUpOnRealData(String name) throws IOException {
        Golden golden = Golden.read(name);
        for (Profile one : Profile.values()) {
            for (Profile other : Profile.values()) {
                assertSumsUp(evaluate(golden.annotations, golden.predictions, golden.classes, one, one.usualThresholds()),
                    evaluate(golden.annotations, golden.predictions, golden.classes, other, other.usualThresholds()));
            }
        }
    }

    @Test
    void twoStagesLoseAPair() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, 0, 20, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.8, 6, 0, 100, 100));
        assertEquals(List.of("ultralytics: lost in the two-stage dedupe: prediction 1 keeps only label 1 (0.886792 to 0.754386),"
            + " which it overlaps most",
            "ultralytics: lost in the two-stage dedupe: prediction 1 keeps only label 1 (0.886792 to 0.754386),"
                + " which it overlaps most"), reasons(scene, Profile.DEFAULT, HALF, Profile.ULTRALYTICS, HALF));
    }

    @Test
    void anotherClassWithMoreOverlapStealsTheLabel() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 25, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.8, 0, 0, 100, 100));
        List<String> stolen = List.of(
            "supervision: lost in the two-stage dedupe: label 1 keeps only prediction 1 (1.000 to 0.600) and the loser never"
                + " tries again");
        List<String> found = reasons(scene, Profile.DEFAULT, HALF, Profile.SUPERVISION, HALF);
        assertEquals(stolen.get(0), found.get(0));
        assertEquals(stolen.get(0), found.get(1));
        assertEquals("default: label 1 went to prediction 0 (pairs of one class come first)", found.get(2));
        assertEquals("coco: only boxes of one class match", reasons(scene, Profile.NUCLEUS, HALF, Profile.COCO, HALF).get(2));
        assertEquals("nucleus: label 1 went to prediction 1 (IoU 1.000 to 0.600)",
            reasons(scene, Profile.CVAT, HALF, Profile.NUCLEUS, HALF).get(0));
    }

    @Test
    void thresholdsCompareDifferently() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.25, 0, 0, 100, 50));
        assertEquals(List.of("ultralytics: confidence 0.250 is not above 0.250"),
            reasons(scene, Profile.DEFAULT, HALF, Profile.ULTRALYTICS, new Thresholds(0.45, 0.25)).stream().distinct().toList());
        assertEquals(List.of("supervision: IoU 0.500 is not above 0.500"),
            reasons(scene, Profile.DEFAULT, HALF, Profile.SUPERVISION, HALF).stream().distinct().toList());
        assertEquals(List.of("cvat: IoU 0.500 is below 0.600"),
            reasons(scene, Profile.CVAT, new Thresholds(0.6, 0), Profile.FIFTYONE, HALF).stream().distinct().toList());
    }

    @Test
    void crowdRegionsCountDifferently() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 200, 200).asCrowd());
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 0, 20, 20));
        assertEquals(List.of("default: crowd regions are ignored", "default: prediction 0 is absorbed by crowd region 1 of its"
            + " class"), reasons(scene, Profile.DEFAULT, HALF, Profile.CVAT, HALF));
        assertEquals(List.of("coco: prediction 0 is absorbed by crowd region 1 of its class"),
            reasons(scene, Profile.COCO, HALF, Profile.FIFTYONE, HALF).stream().distinct().toList());
    }

    @Test
    void theMostConfidentComesFirstOrTheLargestSum() {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 100, 100));
        scene.labels.add(Box.label(0, 1, 0, 30, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 10, 0, 100, 100));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.8, -30, 0, 100, 100));
        assertEquals("coco: label 1 went to prediction 0 (confidence 0.900 to 0.800)",
            reasons(scene, Profile.CVAT, HALF, Profile.COCO, HALF).get(1));
    }

    @Test
    void onlyAHundredPredictionsOfAClassCount() {
        Scene scene = new Scene(1, 1);
        for (int i = 0; i < 101; i++) {
            scene.predictions.add(Box.prediction(0, i, 0, 0.9, 10 * i, 0, 5, 5));
        }
        assertEquals(List.of("coco: prediction 100 is not among the 100 most confident of its class in the image"),
            reasons(scene, Profile.DEFAULT, HALF, Profile.COCO, HALF));
    }

    @Test
    void onlyTheSameColumnsAreCompared() {
        Scene scene = new Scene(1, 1);
        Evaluation one = evaluate(scene.annotationColumns(), scene.predictionColumns(), 1, Profile.COCO, HALF);
        Evaluation other = evaluate(scene.annotationColumns(), scene.predictionColumns(), 1, Profile.COCO, HALF);
        assertThrows(IllegalArgumentException.class, () -> Explanation.of(one, other));
    }

    private static List<String> reasons(Scene scene, Profile one, Thresholds first, Profile other, Thresholds second) {
        AnnotationColumns annotations = scene.annotationColumns();
        PredictionColumns predictions = scene.predictionColumns();
        Explanation explanation = Explanation.of(evaluate(annotations, predictions, scene.classes, one, first),
            evaluate(annotations, predictions, scene.classes, other, second));
        return explanation.differences().stream().map(explanation::reason).toList();
    }

    private static Evaluation evaluate(AnnotationColumns annotations, PredictionColumns predictions, int classes,
        Profile profile, Thresholds thresholds) {
        return Evaluation.of(annotations, predictions, classes, thresholds, profile, ClassRules.NONE, Progress.NONE);
    }

    private static void assertSumsUp(Evaluation one, Evaluation other) {
        Explanation explanation = Explanation.of(one, other);
        ConfusionMatrix sum = one.matrix().copy();
        for (Difference difference : explanation.differences()) {
            if (difference.countsIn(difference.first(), sum.background())) {
                sum.add(difference.first().groundTruth(), difference.first().predicted(), -1);
            }
            if (difference.countsIn(difference.second(), sum.background())) {
                sum.add(difference.second().groundTruth(), difference.second().predicted(), 1);
            }
            String reason = explanation.reason(difference);
            assertTrue(reason.startsWith(one.profile().id() + ": ") || reason.startsWith(other.profile().id() + ": "), reason);
        }
        for (int row = 0; row <= sum.background(); row++) {
            for (int column = 0; column <= sum.background(); column++) {
                assertEquals(other.matrix().count(row, column), sum.count(row, column), row + "," + column);
            }
        }
    }
}
