package dev.errata.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressEstimateTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void whatIsLeftTakesAsLongAsWhatWasDone() {
        ProgressEstimate estimate = new ProgressEstimate(400, 5 * SECOND);
        assertEquals(-1, estimate.secondsLeft(6 * SECOND), "nothing is done yet");
        estimate.advance(100);
        estimate.records(7);
        assertEquals(30, estimate.secondsLeft(15 * SECOND));
        assertEquals("25 7", estimate.percent() + " " + estimate.records());
        assertFalse(estimate.complete());
        estimate.advance(400);
        assertEquals("100 0", estimate.percent() + " " + estimate.secondsLeft(16 * SECOND));
        assertTrue(estimate.complete());
    }

    @Test
    void nobodyKnowsTheEndOfWorkOfUnknownAmount() {
        ProgressEstimate estimate = new ProgressEstimate(0, 0);
        estimate.advance(100);
        assertEquals("-1 -1", estimate.percent() + " " + estimate.secondsLeft(SECOND));
        assertFalse(estimate.complete());
    }
}
