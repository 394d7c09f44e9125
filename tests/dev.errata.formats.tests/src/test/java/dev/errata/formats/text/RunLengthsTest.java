package dev.errata.formats.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RunLengthsTest {

    @Test
    void whatIsEncodedIsDecoded() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            long[] runs = random.longs(random.nextInt(1, 40), 0, round % 2 == 0 ? 50 : 5_000_000).toArray();
            assertArrayEquals(runs, RunLengths.decode(RunLengths.encode(runs)));
        }
    }

    /** As pycocotools writes a square of 2 by 2 pixels at (1, 1) in an image of 5 by 4. */
    @Test
    void theCodeIsThatOfTheReference() {
        assertEquals("52207", RunLengths.encode(new long[] {5, 2, 2, 2, 9}));
    }
}
