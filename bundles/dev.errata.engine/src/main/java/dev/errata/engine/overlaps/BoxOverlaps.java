package dev.errata.engine.overlaps;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** Overlaps of boxes. */
record BoxOverlaps(AnnotationColumns annotations, PredictionColumns predictions) implements Overlaps {

    @Override
    public double iou(int annotation, int prediction) {
        return Overlap.iou(annotations, annotation, predictions, prediction);
    }

    @Override
    public double coverage(int annotation, int prediction) {
        return Overlap.coverage(annotations, annotation, predictions, prediction);
    }

    @Override
    public double predictionArea(int prediction) {
        return predictions.width(prediction) * predictions.height(prediction);
    }
}
