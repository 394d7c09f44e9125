package dev.errata.engine.learning;

import java.util.Arrays;

/**
 * Learns {@link BoostedTrees} by gradient boosting of the logistic loss (Friedman, 2001) with symmetric trees on binned
 * features (as in Dorogush et al., "CatBoost", 2018). Deterministic: sums are taken in the order
 * of the groups.
 */
public final class BoostedTreesTrainer {

    private static final int DEPTH = BoostedTrees.DEPTH;
    private static final int TREES = 60;
    private static final int BINS = 48;
    private static final double RATE = 0.2;
    /** Keeps the values of small leaves near 0, in units of rows that are not positive. */
    private static final double SHRINKAGE = 8;
    private static final int CUT_SAMPLE = 20_000;

    private final TrainingRows source;
    private final int[] rows;
    private final float[][] cuts;
    private final byte[][] bins;
    private final float[] gradient;
    private final float[] curvature;
    private final double[] score;
    private final byte[] leaf;
    private final float[] weight;
    private final GradientSums sums;

    private BoostedTreesTrainer(TrainingRows source, int heldOut, int folds) {
        this.source = source;
        rows = source.rowsOutside(heldOut, folds);
        cuts = new float[source.width][];
        bins = new byte[source.width][rows.length];
        gradient = new float[rows.length];
        curvature = new float[rows.length];
        score = new double[rows.length];
        leaf = new byte[rows.length];
        weight = balanced();
        for (int column = 0; column < source.width; column++) {
            cut(column);
        }
        sums = new GradientSums(bins, rows.length, BINS, DEPTH);
    }

    /**
     * Learns to tell positive rows from others as if both weighed the same in all: the odds are the ratio of the two
     * densities.
     *
     * @param heldOut the fold of groups that is not looked at
     */
    public static BoostedTrees train(TrainingRows rows, int heldOut, int folds) {
        return new BoostedTreesTrainer(rows, heldOut, folds).train();
    }

    /** What is positive is made as often as one likes: the others tell how much there is to learn from. */
    private float[] balanced() {
        double positive = 0;
        double other = 0;
        int others = 0;
        for (int row : rows) {
            if (source.positive(row)) {
                positive += source.weight(row);
            } else {
                other += source.weight(row);
                others++;
            }
        }
        float[] result = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double total = source.positive(rows[i]) ? positive : other;
            result[i] = (float) (source.weight(rows[i]) / total * others);
        }
        return result;
    }

    /** Bins a feature by its quantiles. */
    private void cut(int column) {
        int step = Math.max(1, rows.length / CUT_SAMPLE);
        float[] sample = new float[(rows.length + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = source.feature(rows[i * step], column);
        }
        Arrays.sort(sample);
        float[] found = new float[BINS - 1];
        int count = 0;
        for (int bin = 1; bin < BINS && sample.length > 0; bin++) {
            float value = sample[(int) ((long) bin * (sample.length - 1) / BINS)];
            if (count == 0 || value > found[count - 1]) {
                found[count++] = value;
            }
        }
        cuts[column] = Arrays.copyOf(found, count);
        for (int i = 0; i < rows.length; i++) {
            int place = Arrays.binarySearch(cuts[column], source.feature(rows[i], column));
            // a value equal to a cut is not above it
            bins[column][i] = (byte) (place >= 0 ? place : -place - 1);
        }
    }

    private BoostedTrees train() {
        int[] feature = new int[TREES * DEPTH];
        float[] threshold = new float[TREES * DEPTH];
        float[] value = new float[TREES << DEPTH];
        if (rows.length == 0) {
            return new BoostedTrees(new int[0], new float[0], new float[0]);
        }
        for (int tree = 0; tree < TREES; tree++) {
            differentiate();
            sums.begin(gradient, curvature);
            Arrays.fill(leaf, (byte) 0);
            for (int level = 0; level < DEPTH; level++) {
                split(level, tree * DEPTH + level, feature, threshold);
            }
            assignValues(tree, value);
        }
        return new BoostedTrees(feature, threshold, value);
    }

    private void differentiate() {
        for (int i = 0; i < rows.length; i++) {
            double probability = 1 / (1 + Math.exp(-score[i]));
            gradient[i] = (float) (weight[i] * ((source.positive(rows[i]) ? 1 : 0) - probability));
            curvature[i] = (float) (weight[i] * Math.max(probability * (1 - probability), 1e-6));
        }
    }

    private void split(int level, int question, int[] feature, float[] threshold) {
        int leaves = 1 << level;
        double best = Double.NEGATIVE_INFINITY;
        int bestFeature = 0;
        int bestBin = 0;
        sums.take(leaf, level);
        for (int column = 0; column < source.width; column++) {
            double[] gain = gains(column, leaves, cuts[column].length);
            for (int cut = 0; cut < gain.length; cut++) {
                if (gain[cut] > best) {
                    best = gain[cut];
                    bestFeature = column;
                    bestBin = cut;
                }
            }
        }
        feature[question] = bestFeature;
        // a feature with one value only leaves everything on one side
        threshold[question] = cuts[bestFeature].length == 0 ? Float.POSITIVE_INFINITY : cuts[bestFeature][bestBin];
        byte[] bin = bins[bestFeature];
        for (int i = 0; i < rows.length; i++) {
            leaf[i] |= (byte) (bin[i] > bestBin ? leaves : 0);
        }
    }

    /** What splitting all leaves after each bin gains. */
    private double[] gains(int column, int leaves, int cutCount) {
        double[] gain = new double[cutCount];
        for (int at = 0; at < leaves; at++) {
            double gradientAll = 0;
            double curvatureAll = 0;
            for (int bin = 0; bin <= cutCount; bin++) {
                gradientAll += sums.gradient(column, at, bin);
                curvatureAll += sums.curvature(column, at, bin);
            }
            double gradientLeft = 0;
            double curvatureLeft = 0;
            for (int cut = 0; cut < cutCount; cut++) {
                gradientLeft += sums.gradient(column, at, cut);
                curvatureLeft += sums.curvature(column, at, cut);
                gain[cut] += strength(gradientLeft, curvatureLeft)
                    + strength(gradientAll - gradientLeft, curvatureAll - curvatureLeft);
            }
        }
        return gain;
    }

    private static double strength(double gradient, double curvature) {
        return gradient * gradient / (Math.max(0, curvature) + SHRINKAGE);
    }

    private void assignValues(int tree, float[] value) {
        int leaves = 1 << DEPTH;
        double[] gradients = new double[leaves];
        double[] curvatures = new double[leaves];
        for (int i = 0; i < rows.length; i++) {
            gradients[leaf[i]] += gradient[i];
            curvatures[leaf[i]] += curvature[i];
        }
        for (int at = 0; at < leaves; at++) {
            value[tree * leaves + at] = (float) (RATE * gradients[at] / (curvatures[at] + SHRINKAGE));
        }
        for (int i = 0; i < rows.length; i++) {
            score[i] += value[tree * leaves + leaf[i]];
        }
    }
}
