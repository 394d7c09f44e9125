package dev.errata.ui.mismatch.canvas;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.graphics.GC;

/** Shortens text to a width, and remembers it: the same class names stand on thousands of tiles. */
final class TextFitter {

    private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$
    private static final int MOST_KEPT = 4096;

    private final Map<String, String> fitted = new HashMap<>();
    private int width = -1;

    /** The font changed. */
    void clear() {
        fitted.clear();
    }

    String fit(GC gc, String text, int maxWidth) {
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
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return text.substring(0, low) + ELLIPSIS;
    }
}
