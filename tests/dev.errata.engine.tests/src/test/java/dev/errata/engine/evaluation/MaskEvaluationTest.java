package dev.errata.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.masks.Mask;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.engine.overlaps.Overlaps;

/** Two triangles share one box, and a bar lies in the corner of another's box: boxes agree where masks don't. */
class MaskEvaluationTest {

    private static final int SIZE = 100;

    @ParameterizedTest
    @EnumSource
    void masksDecideAndNotBoxes(Profile profile) {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 40, 40));
        scene.labels.add(Box.label(0, 1, 0, 50, 0, 40, 40));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 0, 40, 40));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.8, 50, 0, 40, 40));
        Mask lower = triangle(0, 0, 0, 40, 40, 40);
        Mask upper = triangle(0, 0, 40, 0, 40, 40);
        Mask right = Mask.ofBox(50, 0, 40, 40, SIZE, SIZE);
        AnnotationColumns annotations = scene.annotationColumns();
        PredictionColumns predictions = scene.predictionColumns();
        Overlaps overlaps = new MaskOverlaps(new Mask[] {lower, right}, new Mask[] {upper, right}, new double[] {800, 1600});
        Evaluation byMasks = Evaluation.of(annotations, predictions, 1, new Thresholds(0.5, 0.1), profile, ClassRules.NONE,
            overlaps, Progress.NONE);
        assertEquals(1, byMasks.matrix().count(0, 0));
        assertEquals(1, byMasks.matrix().count(0, 1));
        assertEquals(1, byMasks.matrix().count(1, 0));
        assertEquals(1, byMasks.cell(0, 0).get(0).iou());
        Evaluation byBoxes = Evaluation.of(annotations, predictions, 1, new Thresholds(0.5, 0.1), profile, ClassRules.NONE,
            Progress.NONE);
        assertEquals(2, byBoxes.matrix().count(0, 0));
    }

    private static Mask triangle(double... corners) {
        return Mask.ofPolygons(List.of(corners), SIZE, SIZE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "COCO"})
    void crowdRegionsAbsorbByMask(Profile profile) {
        Scene scene = new Scene(1, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 40, 40).asCrowd());
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 0, 20, 15, 15));
        scene.predictions.add(Box.prediction(0, 1, 0, 0.9, 25, 0, 15, 15));
        Mask[] inside = {Mask.ofBox(0, 20, 15, 15, SIZE, SIZE), Mask.ofBox(25, 0, 15, 15, SIZE, SIZE)};
        Overlaps overlaps = new MaskOverlaps(new Mask[] {triangle(0, 0, 0, 40, 40, 40)}, inside, new double[] {225, 225});
        Evaluation evaluation = Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), 1, Thresholds.DEFAULT,
            profile, ClassRules.NONE, overlaps, Progress.NONE);
        assertEquals(1, evaluation.ignoredPredictions());
        assertEquals(Partner.IGNORED, evaluation.annotationOf(0));
        assertEquals(Partner.UNMATCHED, evaluation.annotationOf(1));
    }
}
