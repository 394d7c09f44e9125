package dev.errata.engine.ranking.errata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.errata.engine.learning.BoostedTrees;
import dev.errata.engine.learning.BoostedTreesTrainer;
import dev.errata.engine.learning.JudgedRows;
import dev.errata.engine.learning.TrainingRows;

class ErrorLevelTest {

    private static final double[] RATE = {0.05, 0.2};
    private static final double ALL = 3_000;

    /** Two parts, of whose positives the second has three quarters; a single feature is the density ratio. */
    private static JudgedRows rows(int others, int positives) {
        SplittableRandom random = new SplittableRandom(7);
        TrainingRows rows = new TrainingRows(1);
        for (int i = 0; i < others; i++) {
            rows.add(new float[] {(float) Math.exp(random.nextDouble(-7, 2))}, false, 1, i, i % 2);
        }
        for (int i = 0; i < positives; i++) {
            rows.add(new float[] {1}, true, 0.5, i, i % 4 == 0 ? 0 : 1);
        }
        return JudgedRows.of(new BoostedTrees[] {BoostedTreesTrainer.train(rows, 1, 1)}, rows);
    }

    @Test
    void probabilitiesSumUpToTheErrorsThatTheRatesSay() {
        JudgedRows rows = rows(1_000, 400);
        ErrorLevel level = new ErrorLevel();
        level.add(rows, ALL, RATE, (logOdds, features, rate) -> features[0] * rate);
        double factor = level.factor();
        double[] sum = new double[1];
        rows.forEach((logOdds, part, positive, weight, features) -> sum[0] += positive ? 0
            : ALL / 1_000 * ErrorLevel.probability(features[0] * RATE[part] * factor));
        assertEquals((0.25 * RATE[0] + 0.75 * RATE[1]) * ALL, sum[0], 0.1);
        assertTrue(Math.abs(factor - 1) > 0.05, "these were not right before: " + factor);
    }

    @Test
    void ofNothingNothingIsLearned() {
        ErrorLevel level = new ErrorLevel();
        level.add(rows(0, 0), 0, RATE, (logOdds, features, rate) -> rate);
        level.add(rows(10, 0), ALL, RATE, (logOdds, features, rate) -> rate);
        level.add(rows(0, 10), ALL, RATE, (logOdds, features, rate) -> rate);
        assertEquals(1, level.factor(), 1e-3);
    }

    @Test
    void aProbabilityIsBelowOneAndSmallOnesStayAsTheyAre() {
        assertEquals(0.01, ErrorLevel.probability(0.01), 1e-8);
        assertTrue(ErrorLevel.probability(50) < 1);
        assertTrue(ErrorLevel.probability(2) > ErrorLevel.probability(1));
    }
}
