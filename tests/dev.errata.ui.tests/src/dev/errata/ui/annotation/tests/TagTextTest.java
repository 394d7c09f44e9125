package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.canvas.TagPainter;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;

/** What stands at a shape: names as long as those of species leave the picture to be seen. */
class TagTextTest {

    private static String tag(String name) {
        return TagPainter.text(new Shape(Shape.Key.annotation(1), "annotation", new Box(0, 0, 9, 9), List.of(), name, 1, false,
            false));
    }

    @Test
    void usualNamesAreWhole() {
        assertEquals("traffic light", tag("traffic light"));
        assertEquals("Animalia Aves Passeriformes Icteridae ne", tag("Animalia Aves Passeriformes Icteridae ne"));
    }

    @Test
    void longNamesKeepTheirBeginningAndTheirEnd() {
        assertEquals("Animalia Chordata A\u2026e Sturnella neglecta",
            tag("Animalia Chordata Aves Passeriformes Icteridae Sturnella neglecta"));
        String drops = tag("\ud83e\ude78".repeat(500));
        assertEquals(40, drops.codePointCount(0, drops.length()));
        assertTrue(drops.codePoints().allMatch(c -> c == 0x1fa78 || c == 0x2026), drops);
        assertFalse(tag("line\nbreak ".repeat(50)).contains("\n"));
    }
}
