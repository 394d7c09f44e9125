package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class GradientSumsTest {

    private static final int ROWS = 5_000;
    private static final int COLUMNS = 3;
    private static final int BINS = 7;
    private static final int DEPTH = 4;

    @Test
    void halvesThatAreNotSummedAreAsIfTheyWere() {
        SplittableRandom random = new SplittableRandom(5);
        byte[][] bins = new byte[COLUMNS][ROWS];
        float[] gradient = new float[ROWS];
        float[] curvature = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                bins[column][row] = (byte) random.nextInt(BINS);
            }
            gradient[row] = (float) random.nextDouble(-3, 1);
            curvature[row] = (float) random.nextDouble();
        }
        GradientSums sums = new GradientSums(bins, ROWS, BINS, DEPTH);
        // a second tree finds nothing of the first
        for (int tree = 0; tree < 2; tree++) {
            sums.begin(gradient, curvature);
            byte[] leaf = new byte[ROWS];
            for (int level = 0; level < DEPTH; level++) {
                sums.take(leaf, level);
                assertSums(sums, bins, leaf, 1 << level, gradient, curvature);
                // at first most rows are on one side, then on the other
                int cut = level % 2 == 0 ? 1 : BINS - 2;
                for (int row = 0; row < ROWS; row++) {
                    leaf[row] |= (byte) (bins[level % COLUMNS][row] > cut ? 1 << level : 0);
                }
            }
        }
    }

    private static void assertSums(GradientSums sums, byte[][] bins, byte[] leaf, int leaves, float[] gradient,
        float[] curvature) {
        for (int column = 0; column < COLUMNS; column++) {
            double[][] gradients = new double[leaves][BINS];
            double[][] curvatures = new double[leaves][BINS];
            for (int row = 0; row < ROWS; row++) {
                gradients[leaf[row]][bins[column][row]] += gradient[row];
                curvatures[leaf[row]][bins[column][row]] += curvature[row];
            }
            for (int at = 0; at < leaves; at++) {
                for (int bin = 0; bin < BINS; bin++) {
                    assertEquals(gradients[at][bin], sums.gradient(column, at, bin), 1e-3);
                    assertEquals(curvatures[at][bin], sums.curvature(column, at, bin), 1e-3);
                }
            }
        }
    }
}
