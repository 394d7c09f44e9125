package dev.errata.engine.evaluation;

/**
 * One member of a cell: an annotation with its prediction, or one of them alone.
 *
 * @param image the index of the image
 * @param annotation the row in the annotation columns, or -1
 * @param prediction the row in the prediction columns, or -1
 * @param iou intersection over union of the two; 0 where one is missing
 */
public record MatchedPair(int image, int annotation, int prediction, double iou) {
}
