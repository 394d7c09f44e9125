package dev.errata.engine.learning;

/**
 * A sum of symmetric decision trees: all nodes of a level ask the same question, so that a tree is a list of questions and a
 * table of answers. Immutable; safe for several threads.
 */
public final class BoostedTrees {

    private final int depth;
    private final double intercept;
    /** By tree and level. */
    private final int[] feature;
    private final float[] threshold;
    /** By tree and the bits of the answers. */
    private final float[] value;

    BoostedTrees(int depth, double intercept, int[] feature, float[] threshold, float[] value) {
        this.depth = depth;
        this.intercept = intercept;
        this.feature = feature;
        this.threshold = threshold;
        this.value = value;
    }

    /**
     * The logarithm of the odds of the positive class.
     *
     * @param features the row, as wide as in training
     */
    public double logOdds(float[] features) {
        double sum = intercept;
        int question = 0;
        int table = 0;
        while (question < feature.length) {
            int answers = 0;
            for (int level = 0; level < depth; level++) {
                answers |= features[feature[question]] > threshold[question] ? 1 << level : 0;
                question++;
            }
            sum += value[table + answers];
            table += 1 << depth;
        }
        return sum;
    }
}
