package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class OddsScaleTest {

    /** Log odds of rows whose true log odds, were positives as many, are 1.5 s - 0.8. */
    private static OddsScale learned(int rows, double weightOfPositives) {
        Random random = new Random(3);
        double[] logOdds = new double[rows];
        boolean[] positive = new boolean[rows];
        double[] weight = new double[rows];
        for (int i = 0; i < rows; i++) {
            // normal densities with unit variance around m and -m have the log odds 2 m x
            positive[i] = i % 2 == 0;
            double x = random.nextGaussian() + (positive[i] ? 1 : -1);
            logOdds[i] = (2 * x + 0.8) / 1.5;
            weight[i] = positive[i] ? weightOfPositives : 1;
        }
        return OddsScale.of(logOdds, positive, weight);
    }

    @Test
    void findsSlopeAndOffsetWhateverThePositivesWeigh() {
        for (double weight : new double[] {0.003, 1, 40}) {
            OddsScale scale = learned(200_000, weight);
            assertEquals(1.5, scale.slope(), 0.03);
            assertEquals(-0.8, scale.offset(), 0.03);
        }
    }

    @Test
    void fewRowsChangeLittle() {
        OddsScale few = learned(20, 1);
        OddsScale more = learned(2_000, 1);
        assertTrue(Math.abs(few.slope() - 1) < 0.1 && Math.abs(few.offset()) < 0.15, few.toString());
        assertTrue(more.slope() > few.slope() && more.offset() < few.offset(), more.toString());
    }

    @Test
    void leavesAsItIsWhatCannotBeToldApart() {
        double[] logOdds = {1, 2, 3};
        boolean[] positive = new boolean[3];
        double[] weight = {1, 1, 1};
        assertEquals(OddsScale.NONE, OddsScale.of(logOdds, positive, weight));
        Arrays.fill(positive, true);
        assertEquals(OddsScale.NONE, OddsScale.of(logOdds, positive, weight));
        assertEquals(OddsScale.NONE, OddsScale.of(new double[0], new boolean[0], new double[0]));
    }

    @Test
    void staysFiniteWhereRowsArePartedCompletelyOrTheWrongWayRound() {
        double[] logOdds = new double[1000];
        boolean[] positive = new boolean[1000];
        double[] weight = new double[1000];
        for (int i = 0; i < 1000; i++) {
            positive[i] = i % 2 == 0;
            logOdds[i] = positive[i] ? 9 : -9;
            weight[i] = 1;
        }
        OddsScale parted = OddsScale.of(logOdds, positive, weight);
        assertTrue(parted.slope() >= 1 && parted.slope() < 2 && Math.abs(parted.offset()) < 0.1, parted.toString());
        for (int i = 0; i < 1000; i++) {
            positive[i] = !positive[i];
        }
        OddsScale wrong = OddsScale.of(logOdds, positive, weight);
        assertTrue(wrong.slope() > 0 && Double.isFinite(wrong.offset()), wrong.toString());
    }

    @Test
    void invertsWhatItApplies() {
        OddsScale scale = new OddsScale(1.3, -0.4);
        assertEquals(2.5, scale.invert(scale.apply(2.5)), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, scale.invert(Double.NEGATIVE_INFINITY));
    }
}
