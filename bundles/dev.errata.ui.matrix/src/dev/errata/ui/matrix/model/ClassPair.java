package dev.errata.ui.matrix.model;

/**
 * The position of a cell.
 *
 * @param groundTruth index of the ground-truth class; the number of classes for background
 * @param predicted index of the predicted class; the number of classes for background
 */
public record ClassPair(int groundTruth, int predicted) {

    public boolean isDiagonal() {
        return groundTruth == predicted;
    }
}
