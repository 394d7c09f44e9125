package dev.errata.engine.metrics;

/**
 * COCO's numbers of one class, 0 to 1 or {@link CocoMetrics#ABSENT} where there is nothing to find.
 *
 * @param ap average precision over IoU 0.50 to 0.95
 * @param ap50 average precision at IoU 0.5
 * @param ap75 average precision at IoU 0.75
 * @param ar100 recall of at most 100 detections an image, averaged over IoU 0.50 to 0.95
 * @param annotations what is to be found, crowd regions not counted
 * @param byConfidence precision, recall and F1 at IoU 0.5
 */
public record ClassMetrics(double ap, double ap50, double ap75, double ar100, int annotations,
    ConfidenceCurve byConfidence) {
}
