package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.ui.matrix.model.ColourScale;
import dev.errata.ui.matrix.model.CountFormat;

class MatrixNumbersTest {

    @Test
    void countsBecomeShorter() {
        assertEquals(List.of("7"), CountFormat.choices(7));
        assertEquals(List.of("999"), CountFormat.choices(999));
        assertEquals(List.of("1,000", "1k"), CountFormat.choices(1000));
        assertEquals(List.of("2,345", "2.3k", "2k"), CountFormat.choices(2345));
        assertEquals(List.of("45,678", "45k"), CountFormat.choices(45678));
        assertEquals(List.of("999,999", "999k"), CountFormat.choices(999_999));
        assertEquals(List.of("1,250,000", "1.2M", "1M"), CountFormat.choices(1_250_000));
        assertEquals("9.2E", CountFormat.abbreviated(Long.MAX_VALUE));
    }

    @Test
    void shareIsNeverShownAsNoneOrAllUnlessItIs() {
        assertEquals("0.0%", CountFormat.percent(0));
        assertEquals("<0.1%", CountFormat.percent(0.0001));
        assertEquals("12.3%", CountFormat.percent(0.1234));
        assertEquals(">99.9%", CountFormat.percent(0.99999));
        assertEquals("100.0%", CountFormat.percent(1));
        assertEquals(List.of("<0.1%", "<1"), CountFormat.percentChoices(0.0001));
        assertEquals(List.of("12.3%", "12%", "12"), CountFormat.percentChoices(0.1234));
    }

    @Test
    void stepsGrowWithTheValue() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            int last = -1;
            for (int value = 1; value <= 5000; value++) {
                int step = ColourScale.step(value, 5000, logarithmic, false);
                assertTrue(step >= last);
                last = step;
            }
            assertEquals(ColourScale.STEPS - 1, last);
            assertEquals(ColourScale.STEPS - 1, ColourScale.step(0.2, 0.2, logarithmic, true));
        }
        assertTrue(ColourScale.step(1, 5000, true, false) > 10, "one object must be seen beside thousands");
        assertTrue(ColourScale.step(0.001, 1, true, true) > 10, "one in a thousand must be seen");
        assertEquals(0, ColourScale.step(1, 0, true, false));
    }

    @Test
    void textCanBeReadOnEveryColour() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int colour = random.nextInt(0x1000000);
            assertTrue(ColourScale.contrast(colour, ColourScale.textOn(colour)) >= 4.5, Integer.toHexString(colour));
        }
    }

    @Test
    void scaleBeginsAndEndsWithItsStops() {
        ColourScale scale = new ColourScale(0xfff0d9, 0xfc8d46, 0x96140a);
        assertEquals(0xfff0d9, scale.colour(0));
        assertEquals(0x96140a, scale.colour(ColourScale.STEPS - 1));
        assertEquals(0x808080, ColourScale.mix(0x808080, 0xff0000, 0));
        assertEquals(0xff0000, ColourScale.mix(0x808080, 0xff0000, 1));
    }
}
