package dev.errata.engine.overlaps;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** How much annotations and predictions overlap: by their boxes, or by their masks. Rows are those of the columns. */
public interface Overlaps {

    /** Intersection over union, 0 to 1. */
    double iou(int annotation, int prediction);

    /** The share of the prediction's area that lies in the annotation, 0 to 1: how crowd regions absorb. */
    double coverage(int annotation, int prediction);

    /** The size of a prediction in square pixels, for COCO's ranges of sizes. */
    double predictionArea(int prediction);

    /** By boxes. */
    static Overlaps ofBoxes(AnnotationColumns annotations, PredictionColumns predictions) {
        return new BoxOverlaps(annotations, predictions);
    }
}
