package dev.errata.engine.overlaps;

import java.util.Arrays;

import dev.errata.engine.masks.Mask;

/**
 * Overlaps of masks, as pycocotools measures {@code segm}. Whoever gives an image new rows sets their masks before it is matched
 * again, and lets nobody read meanwhile.
 */
public final class MaskOverlaps implements Overlaps {

    private Mask[] annotations;
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

    /** The mask of an annotation row that is new. */
    public void setAnnotation(int row, Mask mask) {
        if (row >= annotations.length) {
            annotations = Arrays.copyOf(annotations, row + (row >> 3) + 16);
        }
        annotations[row] = mask;
    }

    /** The mask of an annotation row. */
    public Mask annotation(int row) {
        return annotations[row];
    }

    /** The mask of a prediction row. */
    public Mask prediction(int row) {
        return predictions[row];
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
    public int[] annotationBounds(int annotation) {
        return annotations[annotation].bounds();
    }

    /** The box around a prediction's pixels: left, top, width and height. */
    public int[] predictionBounds(int prediction) {
        return predictions[prediction].bounds();
    }
}
