package dev.errata.engine.evaluation;

import dev.errata.engine.masks.Mask;

/** Overlaps of masks, as pycocotools measures {@code segm}. For labels that don't change: new rows have no mask. */
public final class MaskOverlaps implements Overlaps {

    private final Mask[] annotations;
    private final Mask[] predictions;
    private final double[] predictionAreas;

    /**
     * @param annotations the mask of each annotation row
     * @param predictions the mask of each prediction row
     * @param predictionAreas the size of each prediction: of its box where the results give one, else of its mask
     */
    public MaskOverlaps(Mask[] annotations, Mask[] predictions, double[] predictionAreas) {
        this.annotations = annotations.clone();
        this.predictions = predictions.clone();
        this.predictionAreas = predictionAreas.clone();
    }

    @Override
    public double iou(int annotation, int prediction) {
        return annotations[annotation].iou(predictions[prediction]);
    }

    @Override
    public double coverage(int annotation, int prediction) {
        return predictions[prediction].coveredBy(annotations[annotation]);
    }

    @Override
    public double predictionArea(int prediction) {
        return predictionAreas[prediction];
    }

    /** The box around an annotation's pixels: left, top, width and height. */
    int[] annotationBounds(int annotation) {
        return annotations[annotation].bounds();
    }

    /** The box around a prediction's pixels: left, top, width and height. */
    int[] predictionBounds(int prediction) {
        return predictions[prediction].bounds();
    }
}
