package dev.errata.engine.ranking.suspects;

import dev.errata.engine.columns.AnnotationColumns;

/**
 * What people decided about labels and predictions, in arrays of equal length. {@code errata} learns from them how
 * often it is right, and leaves out what is decided.
 *
 * @param before the labels as they were before anybody fixed one; images without a verdict may be empty in it
 * @param image the index of the image
 * @param annotation the id of the label in {@code before}; not looked at where {@code prediction} is not -1
 * @param prediction the row of a prediction that was said to show a missing label, or -1 where the verdict is about a label
 * @param wrong whether the label was wrong, or was missing
 */
public record Verdicts(AnnotationColumns before, int[] image, long[] annotation, int[] prediction, boolean[] wrong) {

    public Verdicts {
        if (annotation.length != image.length || prediction.length != image.length || wrong.length != image.length) {
            throw new IllegalArgumentException("the arrays of verdicts are not equally long");
        }
    }

    public int size() {
        return image.length;
    }
}
