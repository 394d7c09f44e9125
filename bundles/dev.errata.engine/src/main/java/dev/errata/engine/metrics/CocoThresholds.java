package dev.errata.engine.metrics;

/** The points at which COCO looks: IoU 0.50 to 0.95 in steps of 0.05, recall 0 to 1 in steps of 0.01. */
final class CocoThresholds {

    static final double[] IOU = evenly(0.5, 0.95, 10);
    static final double[] RECALL = evenly(0, 1, 101);
    /** The largest number of detections that count for an image and a class. */
    static final int MAX_DETECTIONS = 100;

    private CocoThresholds() {
    }

    /** In the floating-point operations of NumPy's {@code linspace}: a step is not a multiple of 0.05 to the last bit. */
    private static double[] evenly(double from, double to, int count) {
        double[] values = new double[count];
        double step = (to - from) / (count - 1);
        for (int i = 0; i < count; i++) {
            values[i] = i * step + from;
        }
        values[count - 1] = to;
        return values;
    }
}
