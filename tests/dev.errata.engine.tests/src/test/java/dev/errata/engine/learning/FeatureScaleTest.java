package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FeatureScaleTest {

    private static final double EXACT = 1e-9;

    @Test
    void whatIsUsualIsTakenFromTheRowsThatAreNotPositive() {
        TrainingRows rows = new TrainingRows(2);
        rows.add(new float[] {1, 1_000_000}, false, 1, 0, 0);
        rows.add(new float[] {3, 1_000_002}, false, 1, 1, 0);
        rows.add(new float[] {50, 7}, true, 1, 2, 0);
        FeatureScale scale = scale(rows);
        assertEquals(0, scale.apply(0, 2), EXACT);
        assertEquals(1, scale.apply(0, 3), EXACT);
        assertEquals(-1, scale.apply(1, 1_000_000), EXACT);
        assertEquals(3, scale.apply(0, 50), EXACT);
    }

    @Test
    void whatNeverVariesOrWasNeverSeenStaysFinite() {
        TrainingRows rows = new TrainingRows(1);
        assertEquals(0, scale(rows).apply(0, 0), EXACT);
        rows.add(new float[] {5}, false, 1, 0, 0);
        assertEquals(0, scale(rows).apply(0, 5), EXACT);
        assertEquals(-3, scale(rows).apply(0, 4), EXACT);
    }

    private static FeatureScale scale(TrainingRows rows) {
        return FeatureScale.of(JudgedRows.of(new BoostedTrees[] {BoostedTreesTrainer.train(rows, 1, 1)}, rows));
    }
}
