package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.engine.learning.LogisticRegression.Features;
import dev.errata.engine.learning.LogisticRegression.Fit;

class LogisticRegressionTest {

    private static final double WIDE = 100;

    @Test
    void withoutRowsNothingChanges() {
        Fit fit = new LogisticRegression(new double[] {1, 2, 3}, 1).fit();
        assertEquals(0.7, fit.logOdds(0.7, new Features(new int[] {2, 0}, new double[] {5, 6})));
    }

    /** Of one weight on a constant and a wide prior the most probable one gives the frequency. */
    @Test
    void aConstantAloneGivesTheFrequency() {
        assertEquals(Math.log(0.3 / 0.7), thirtyOfAHundred(0).weights()[0], 1e-3);
    }

    @Test
    void whatIsKnownBeforehandIsNotLearnedAgain() {
        Fit fit = thirtyOfAHundred(Math.log(0.3 / 0.7));
        assertEquals(0, fit.weights()[0], 1e-3);
        assertEquals(1, fit.factor(), 1e-3);
    }

    private static Fit thirtyOfAHundred(double known) {
        LogisticRegression regression = new LogisticRegression(new double[] {WIDE}, 0.1);
        for (int i = 0; i < 100; i++) {
            regression.add(known, new Features(new int[] {0}, new double[] {1}), i < 30);
        }
        return regression.fit();
    }

    @Test
    void theFactorAndTheWeightsThatMadeTheRowsAreFoundAgain() {
        Fit made = new Fit(0.6, new double[] {1.5, -0.8, 0.3});
        Random random = new Random(4);
        LogisticRegression regression = new LogisticRegression(new double[] {WIDE, WIDE, WIDE}, WIDE);
        for (int i = 0; i < 20_000; i++) {
            Features features = new Features(new int[] {2, 0, 1},
                new double[] {1, random.nextGaussian(), random.nextGaussian()});
            double known = 2 * random.nextGaussian();
            double probability = 1 / (1 + Math.exp(-made.logOdds(known, features)));
            regression.add(known, features, random.nextDouble() < probability);
        }
        Fit fit = regression.fit();
        assertEquals(made.factor(), fit.factor(), 0.03);
        for (int i = 0; i < 3; i++) {
            assertEquals(made.weights()[i], fit.weights()[i], 0.1);
        }
    }

    /** The gradient is 0 there: weight / deviation^2 = sum of surprises. */
    @Test
    void theWeightsAreTheMostProbableOnes() {
        double[] deviation = {0.5, 0.2, 0.7, 0.4};
        Random random = new Random(5);
        LogisticRegression regression = new LogisticRegression(deviation, 0.3);
        Features[] rows = new Features[60];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Features(new int[] {i % 2, 2, 3}, new double[] {1, random.nextGaussian(), 3 * random.nextDouble()});
            positive[i] = random.nextInt(4) == 0;
            regression.add(1, rows[i], positive[i]);
        }
        Fit fit = regression.fit();
        double[] gradient = new double[5];
        for (int i = 0; i < rows.length; i++) {
            double surprise = (positive[i] ? 1 : 0) - 1 / (1 + Math.exp(-fit.logOdds(1, rows[i])));
            gradient[4] += surprise * fit.factor();
            for (int j = 0; j < 3; j++) {
                gradient[rows[i].index()[j]] += surprise * rows[i].value()[j];
            }
        }
        assertEquals(gradient[4], Math.log(fit.factor()) / (0.3 * 0.3), 1e-6);
        for (int i = 0; i < 4; i++) {
            assertEquals(gradient[i], fit.weights()[i] / (deviation[i] * deviation[i]), 1e-6);
            assertTrue(Math.abs(fit.weights()[i]) > 1e-3);
        }
    }
}
