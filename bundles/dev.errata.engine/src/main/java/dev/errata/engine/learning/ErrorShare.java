package dev.errata.engine.learning;

import dev.errata.engine.FallingOrder;

/**
 * How large a share of unlabelled examples can be positive at most: where positive examples are dense, the others cannot hold
 * fewer than that share of the positives. Since those are seldom anything else where trees separate well, the bound is close to
 * the share itself (cf. Elkan and Noto, "Learning classifiers from only positive and unlabeled data", 2008).
 */
public final class ErrorShare {

    /** The bound is taken where the most typical positives of this share are. */
    private static final double TYPICAL = 0.3;

    private ErrorShare() {
    }

    /** @param trees by fold, each trained without the rows of its fold */
    public static double of(BoostedTrees[] trees, TrainingRows rows) {
        double[] positive = new double[rows.size()];
        double[] weight = new double[rows.size()];
        double[] other = new double[rows.size()];
        int positives = 0;
        int others = 0;
        float[] features = new float[rows.width];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < features.length; column++) {
                features[column] = rows.feature(row, column);
            }
            double logOdds = trees[TrainingRows.fold(rows.group(row), trees.length)].logOdds(features);
            if (rows.positive(row)) {
                weight[positives] = rows.weight(row);
                positive[positives++] = logOdds;
            } else {
                other[others++] = logOdds;
            }
        }
        if (positives == 0 || others == 0) {
            return 0;
        }
        double cut = cut(positive, weight, positives);
        int above = 0;
        for (int i = 0; i < others; i++) {
            above += other[i] > cut ? 1 : 0;
        }
        return above / (double) others / TYPICAL;
    }

    private static double cut(double[] positive, double[] weight, int count) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weight[i];
        }
        double passed = 0;
        double cut = 0;
        for (int i : FallingOrder.of(positive, count)) {
            passed += weight[i];
            cut = positive[i];
            if (passed >= TYPICAL * total) {
                break;
            }
        }
        return cut;
    }
}
