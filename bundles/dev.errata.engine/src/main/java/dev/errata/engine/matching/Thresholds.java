package dev.errata.engine.matching;

/**
 * What a pair needs to match.
 *
 * @param iou the smallest intersection over union, 0 (exclusive) to 1
 * @param confidence predictions below this are left out, 0 to 1
 */
public record Thresholds(double iou, double confidence) {

    /** IoU 0.5, every prediction. */
    public static final Thresholds DEFAULT = new Thresholds(0.5, 0.0);

    public Thresholds {
        if (!(iou > 0 && iou <= 1)) {
            throw new IllegalArgumentException("IoU threshold must be above 0 and at most 1, is " + iou);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence threshold must be between 0 and 1, is " + confidence);
        }
    }
}
