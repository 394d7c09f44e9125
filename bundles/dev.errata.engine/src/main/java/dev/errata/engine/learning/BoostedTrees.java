package dev.errata.engine.learning;

/**
 * A sum of symmetric decision trees: all nodes of a level ask the same question, so that a tree is a list of questions and a
 * table of answers. Immutable; safe for several threads.
 */
public final class BoostedTrees {

    /** Questions a tree; they are written out one by one below. */
    static final int DEPTH = 5;
    private static final int ANSWERS = 1 << DEPTH;
    /** Sums in another order may differ by less than this. */
    private static final double ROUNDING = 1e-9;

    /** By tree and level. */
    private final int[] feature;
    private final float[] threshold;
    /** By tree and the bits of the answers. */
    private final float[] value;
    /** By tree: what it and all behind it can add at most. */
    private final double[] most;

    BoostedTrees(int[] feature, float[] threshold, float[] value) {
        this.feature = feature;
        this.threshold = threshold;
        this.value = value;
        most = new double[value.length / ANSWERS + 1];
        for (int tree = most.length - 2; tree >= 0; tree--) {
            float best = Float.NEGATIVE_INFINITY;
            for (int answers = 0; answers < ANSWERS; answers++) {
                best = Math.max(best, value[tree * ANSWERS + answers]);
            }
            most[tree] = most[tree + 1] + best;
        }
    }

    /**
     * The logarithm of the odds of the positive class.
     *
     * @param features the row, as wide as in training
     */
    public double logOdds(float[] features) {
        return logOdds(features, Double.NEGATIVE_INFINITY);
    }

    /**
     * The logarithm of the odds of the positive class, where they are not hopeless.
     *
     * @param features the row, as wide as in training
     * @param least what is below need not be known
     * @return minus infinity where it is found to be below {@code least} before all trees are asked
     */
    public double logOdds(float[] features, double least) {
        double sum = 0;
        int at = 0;
        for (int tree = 0; tree < most.length - 1; tree++) {
            if (sum + most[tree] + ROUNDING < least) {
                return Double.NEGATIVE_INFINITY;
            }
            int answers = bit(features, at) | bit(features, at + 1) << 1 | bit(features, at + 2) << 2
                | bit(features, at + 3) << 3 | bit(features, at + 4) << 4;
            at += DEPTH;
            sum += value[tree * ANSWERS + answers];
        }
        return sum;
    }

    private int bit(float[] features, int question) {
        return features[feature[question]] > threshold[question] ? 1 : 0;
    }
}
