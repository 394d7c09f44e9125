package dev.errata.engine.metrics;

import java.util.Collection;

/**
 * Precision, recall and F1 of one class as the confidence threshold rises: of the predictions at or above a threshold, matched
 * as COCO does at IoU 0.5, at most 100 an image. Ignored predictions don't count.
 */
public final class ConfidenceCurve {

    /** Thresholds 0, 0.01 to 1. */
    public static final int STEPS = 101;

    private final int positives;
    private final int[] hits = new int[STEPS];
    private final int[] misses = new int[STEPS];
    private Point best;

    private ConfidenceCurve(int positives) {
        this.positives = positives;
    }

    /**
     * What one threshold gives.
     *
     * @param confidence the threshold; predictions at or above it count
     * @param truePositives the predictions that match
     * @param falsePositives the predictions that don't
     * @param falseNegatives the annotations that none matches
     */
    public record Point(double confidence, int truePositives, int falsePositives, int falseNegatives) {

        /** The share of the predictions that match; 1 where there are none, as where the curve begins. */
        public double precision() {
            int all = truePositives + falsePositives;
            return all == 0 ? 1 : (double) truePositives / all;
        }

        /** The share of the annotations that are found, or {@link CocoMetrics#ABSENT} where there are none. */
        public double recall() {
            int all = truePositives + falseNegatives;
            return all == 0 ? CocoMetrics.ABSENT : (double) truePositives / all;
        }

        /** The harmonic mean of precision and recall, or {@link CocoMetrics#ABSENT} where there are no annotations. */
        public double f1() {
            return truePositives + falseNegatives == 0 ? CocoMetrics.ABSENT
                : 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
        }
    }

    /**
     * @param confidence of each prediction that counts, falling
     * @param hit whether it matches
     * @param count how many there are
     */
    static ConfidenceCurve of(double[] confidence, boolean[] hit, int count, int positives) {
        ConfidenceCurve curve = new ConfidenceCurve(positives);
        int hits = 0;
        int step = STEPS - 1;
        curve.best = new Point(1, 0, 0, positives);
        for (int i = 0; i < count; i++) {
            for (; step >= 0 && threshold(step) > confidence[i]; step--) {
                curve.set(step, hits, i - hits);
            }
            hits += hit[i] ? 1 : 0;
            // equal confidences pass a threshold together
            if (i + 1 == count || confidence[i + 1] < confidence[i]) {
                Point point = new Point(confidence[i], hits, i + 1 - hits, positives - hits);
                curve.best = point.f1() > curve.best.f1() ? point : curve.best;
            }
        }
        for (; step >= 0; step--) {
            curve.set(step, hits, count - hits);
        }
        return curve;
    }

    /** All predictions of several classes together; its best point is that of a step. */
    public static ConfidenceCurve sum(Collection<ConfidenceCurve> curves) {
        ConfidenceCurve sum = new ConfidenceCurve(curves.stream().mapToInt(curve -> curve.positives).sum());
        for (ConfidenceCurve curve : curves) {
            for (int step = 0; step < STEPS; step++) {
                sum.hits[step] += curve.hits[step];
                sum.misses[step] += curve.misses[step];
            }
        }
        sum.best = sum.at(STEPS - 1);
        for (int step = STEPS - 2; step >= 0; step--) {
            sum.best = sum.at(step).f1() > sum.best.f1() ? sum.at(step) : sum.best;
        }
        return sum;
    }

    private void set(int step, int hitsHere, int missesHere) {
        hits[step] = hitsHere;
        misses[step] = missesHere;
    }

    /** The threshold of a step. */
    public static double threshold(int step) {
        return step / 100.0;
    }

    /** What the threshold of a step gives. */
    public Point at(int step) {
        return new Point(threshold(step), hits[step], misses[step], positives - hits[step]);
    }

    /** The threshold with the largest F1, of equal ones the highest; 1 where no prediction matches. */
    public Point best() {
        return best;
    }

    /** The predictions that count. */
    public int predictions() {
        return hits[0] + misses[0];
    }
}
