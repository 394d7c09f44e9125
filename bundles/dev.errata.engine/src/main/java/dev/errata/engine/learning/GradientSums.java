package dev.errata.engine.learning;

import java.util.Arrays;

/**
 * Sums of gradients and curvatures by leaf and bin, for all features and level by level of a symmetric tree. Only the smaller
 * half of each split is summed: the other is what is left of the sums one level above.
 *
 * <p>Gradient and curvature are whole numbers in the two halves of one long, scaled so that the sum over all rows of their sizes
 * is 2 to the power of 30: one addition takes both, no sum overflows, and sums do not depend on the order of the rows. What
 * rounding adds up to is far below the noise of what is learned from.
 */
final class GradientSums {

    private static final double WHOLE = 1 << 30;
    private static final long LOW = 0xffff_ffffL;

    private final byte[][] bins;
    private final int binCount;
    private final long[] both;
    /** By feature, then by leaf and bin. */
    private final long[][] sums;
    private final int[] members;
    private double gradientUnit;
    private double curvatureUnit;

    /** @param bins by feature, then by row */
    GradientSums(byte[][] bins, int rows, int binCount, int depth) {
        this.bins = bins;
        this.binCount = binCount;
        both = new long[rows];
        sums = new long[bins.length][binCount << depth - 1];
        members = new int[rows];
    }

    /** A tree begins. */
    void begin(float[] gradient, float[] curvature) {
        double gradients = 0;
        double curvatures = 0;
        for (int row = 0; row < both.length; row++) {
            gradients += Math.abs(gradient[row]);
            curvatures += curvature[row];
        }
        gradientUnit = Math.max(gradients, Double.MIN_NORMAL) / WHOLE;
        curvatureUnit = Math.max(curvatures, Double.MIN_NORMAL) / WHOLE;
        for (int row = 0; row < both.length; row++) {
            both[row] = (Math.round(gradient[row] / gradientUnit) << 32) + Math.round(curvature[row] / curvatureUnit);
        }
    }

    /**
     * Takes the sums of a level.
     *
     * @param leaf the leaf of each row so far: a bit for each level above
     */
    void take(byte[] leaf, int level) {
        if (level == 0) {
            Arrays.setAll(members, row -> row);
            sum(leaf, members.length, 0, 0, binCount);
            return;
        }
        int half = binCount << level - 1;
        int above = 0;
        for (byte at : leaf) {
            above += side(at, level);
        }
        int summed = 2 * above <= leaf.length ? 1 : 0;
        int count = 0;
        for (int row = 0; row < leaf.length; row++) {
            members[count] = row;
            count += side(leaf[row], level) == summed ? 1 : 0;
        }
        sum(leaf, count, summed == 1 ? 0 : half, half, 2 * half);
        for (long[] all : sums) {
            for (int lower = 0; lower < half; lower++) {
                long taken = all[half + lower];
                long left = all[lower] - taken;
                all[lower] = summed == 1 ? left : taken;
                all[half + lower] = summed == 1 ? taken : left;
            }
        }
    }

    /** On which side of the last split a leaf is. */
    private static int side(int leaf, int level) {
        return leaf >> level - 1 & 1;
    }

    /** Sums the members into a range, at the place of their leaf and bin behind a first place. */
    private void sum(byte[] leaf, int count, int first, int begin, int end) {
        for (int column = 0; column < sums.length; column += 2) {
            int next = Math.min(column + 1, sums.length - 1);
            Arrays.fill(sums[column], begin, end, 0);
            Arrays.fill(sums[next], begin, end, 0);
            sum(leaf, count, first, column, sums[column], next, next == column ? new long[end] : sums[next]);
        }
    }

    /** Of two features at once: one addition waits for the one before it, and another feature can be added to meanwhile. */
    private void sum(byte[] leaf, int count, int first, int column1, long[] into1, int column2, long[] into2) {
        byte[] bin1 = bins[column1];
        byte[] bin2 = bins[column2];
        for (int i = 0; i < count; i++) {
            int row = members[i];
            int from = first + leaf[row] * binCount;
            long value = both[row];
            into1[from + bin1[row]] += value;
            into2[from + bin2[row]] += value;
        }
    }

    /** The sum of the gradients in a leaf and a bin. */
    double gradient(int column, int leaf, int bin) {
        return (sums[column][leaf * binCount + bin] >> 32) * gradientUnit;
    }

    /** The sum of the curvatures in a leaf and a bin. */
    double curvature(int column, int leaf, int bin) {
        return (sums[column][leaf * binCount + bin] & LOW) * curvatureUnit;
    }
}
