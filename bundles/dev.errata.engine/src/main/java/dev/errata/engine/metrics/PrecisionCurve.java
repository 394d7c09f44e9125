package dev.errata.engine.metrics;

import java.util.Arrays;

/**
 * COCO's interpolated precision: at each recall of 0, 0.01 to 1 the best precision at that recall or above. Fed with
 * outcomes by falling confidence. One instance serves one thread and is reused.
 */
final class PrecisionCurve {

    private double[] precision = new double[64];
    private int positives;
    private int hits;

    /** Begins a curve for a class with so many annotations to be found. */
    void begin(int wanted) {
        positives = wanted;
        hits = 0;
        if (precision.length < wanted) {
            precision = new double[Math.max(wanted, precision.length * 2)];
        }
    }

    /** @param misses the false positives before it */
    void hit(int misses) {
        if (hits == precision.length) {
            precision = Arrays.copyOf(precision, hits * 2);
        }
        hits++;
        precision[hits - 1] = hits / ((double) misses + hits + Math.ulp(1.0));
    }

    double recall() {
        return (double) hits / positives;
    }

    /** Writes the 101 precisions and returns their sum. */
    double interpolate(double[] into, int from) {
        for (int i = hits - 1; i > 0; i--) {
            precision[i - 1] = Math.max(precision[i - 1], precision[i]);
        }
        int index = 0;
        double sum = 0;
        for (int r = 0; r < CocoThresholds.RECALL.length; r++) {
            while (index < hits && (index + 1.0) / positives < CocoThresholds.RECALL[r]) {
                index++;
            }
            double value = index < hits ? precision[index] : 0;
            into[from + r] = value;
            sum += value;
        }
        return sum;
    }
}
