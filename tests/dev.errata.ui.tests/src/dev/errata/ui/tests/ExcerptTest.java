package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.errata.ui.problems.Excerpt;

/** Parts of files around a place, however the lines lie to the pieces in which they are read. */
class ExcerptTest {

    @Test
    void aShortFileIsShownWhole() throws IOException {
        Excerpt excerpt = excerpt("one\ntwo\nthree\n", 2, 2);
        assertTrue(excerpt.whole());
        assertEquals("one\ntwo\nthree\n", excerpt.text());
        assertEquals("wo\nthree\n", excerpt.text().substring(excerpt.start()));
        assertEquals(2, excerpt.shown(100));
        assertEquals(1, excerpt.shown(1));
    }

    @Test
    void placesBehindTheEndAreTheEnd() throws IOException {
        assertEquals("", rest(excerpt("one\ntwo", 9, 9)));
        assertEquals("", rest(excerpt("", 0, 0)));
        assertEquals("one", rest(excerpt("one", 0, 0)));
    }

    @Test
    void ofOneLongLineThePlaceIsShown() throws IOException {
        String line = "x".repeat(700_001) + "HERE" + "y".repeat(300_000);
        Excerpt excerpt = excerpt(line, 1, 700_002);
        assertFalse(excerpt.whole());
        assertTrue(rest(excerpt).startsWith("HEREy"));
        assertEquals(2 * Excerpt.REACH, excerpt.text().length());
    }

    @Test
    void ofManyLinesThePlaceIsShown() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 100_000; line++) {
            text.append("line ").append(line).append('\n');
        }
        for (long line : new long[] {1, 2, 7_123, 54_321, 100_000}) {
            assertTrue(rest(excerpt(text.toString(), line, 1)).startsWith("line " + line + "\n"), "line " + line);
            assertTrue(rest(excerpt(text.toString(), line, 6)).startsWith(line + "\n"), "line " + line);
        }
    }

    @Test
    void charactersBeforeThePlaceCountAsTheyAreShown() throws IOException {
        Excerpt excerpt = excerpt("\u00e4\u00f6 here", 1, 6);
        assertEquals("here", rest(excerpt));
        assertEquals(3, excerpt.start());
    }

    private static String rest(Excerpt excerpt) {
        return excerpt.text().substring(excerpt.start());
    }

    private static Excerpt excerpt(String text, long line, long column) throws IOException {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return Excerpt.of(in, line, column);
        }
    }
}
