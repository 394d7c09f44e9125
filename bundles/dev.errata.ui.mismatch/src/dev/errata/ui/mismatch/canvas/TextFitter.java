package dev.errata.ui.mismatch.canvas;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.eclipse.swt.graphics.GC;

/** Shortens text to a width, and remembers it: the same class names stand on thousands of tiles. */
public final class TextFitter {

    private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$
    private static final int MOST_KEPT = 4096;
    /** No tile shows more of a name. */
    private static final int MOST_LETTERS = 1000;

    private final Map<String, String> fitted = new HashMap<>();
    private int width = -1;

    /** The font changed. */
    void clear() {
        fitted.clear();
    }

    /** The text, or as much of its beginning as is at most so many points wide with an ellipsis. */
    public String fit(GC gc, String text, int maxWidth) {
        keepFor(maxWidth);
        return fitted.computeIfAbsent(text, key -> shorten(gc, key));
    }

    /**
     * A text of several names, of which the long ones are shortened so that something is to be seen of each.
     *
     * @param text gives the text with each name made shorter
     */
    public String fitNames(GC gc, Function<UnaryOperator<String>, String> text, int maxWidth) {
        String whole = text.apply(UnaryOperator.identity());
        keepFor(maxWidth);
        return fitted.computeIfAbsent(whole, key -> shortenNames(gc, key, text));
    }

    private void keepFor(int maxWidth) {
        if (maxWidth != width || fitted.size() > MOST_KEPT) {
            width = maxWidth;
            fitted.clear();
        }
    }

    private String shortenNames(GC gc, String whole, Function<UnaryOperator<String>, String> text) {
        if (gc.textExtent(whole).x <= width) {
            return whole;
        }
        int low = 0;
        int high = Math.min(whole.length(), MOST_LETTERS);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(text.apply(name -> letters(name, middle))).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int most = low;
        return most == 0 ? shorten(gc, whole) : text.apply(name -> letters(name, most));
    }

    /** A name, or so many of its letters. */
    private static String letters(String name, int most) {
        List<Integer> ends = ends(name);
        return ends.size() - 1 <= most ? name : name.substring(0, ends.get(most)) + ELLIPSIS;
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
