package dev.errata.ui.mismatch.canvas;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.graphics.GC;

/** Shortens text to a width, and remembers it: the same class names stand on thousands of tiles. */
public final class TextFitter {

    private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$
    private static final int MOST_KEPT = 4096;

    private final Map<String, String> fitted = new HashMap<>();
    private int width = -1;

    /** The font changed. */
    void clear() {
        fitted.clear();
    }

    /** The text, or as much of its beginning as is at most so many points wide with an ellipsis. */
    public String fit(GC gc, String text, int maxWidth) {
        if (maxWidth != width || fitted.size() > MOST_KEPT) {
            width = maxWidth;
            fitted.clear();
        }
        return fitted.computeIfAbsent(text, key -> shorten(gc, key));
    }

    private String shorten(GC gc, String text) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        List<Integer> ends = ends(text);
        int low = 0;
        int high = ends.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(text.substring(0, ends.get(middle)) + ELLIPSIS).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, ends.get(low)) + ELLIPSIS;
    }

    /** Where a text may be cut: a system measures and draws nothing at all of a text with half a letter. */
    private static List<Integer> ends(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = letters.first(); end != BreakIterator.DONE; end = letters.next()) {
            ends.add(end);
        }
        return ends;
    }
}
