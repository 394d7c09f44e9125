package dev.errata.ui.matrix.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** The fonts of the matrix, in three sizes for numbers, and how wide texts are in them. Disposed of with the control. */
final class MatrixFonts {

    private static final float[] SCALES = {1f, 0.86f, 0.72f};
    private static final float SMALLEST = 5.5f;

    private final Font[] numbers = new Font[SCALES.length];
    private final int[] heights = new int[SCALES.length];
    private final double[][] widths = new double[SCALES.length][128];
    private final Font bold;
    private final Font italic;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, String> shortened = new HashMap<>();

    MatrixFonts(Control control, Font base) {
        FontDescriptor descriptor = FontDescriptor.createFrom(base);
        float height = descriptor.getFontData()[0].height;
        for (int i = 0; i < SCALES.length; i++) {
            int points = Math.round(Math.max(SMALLEST, height * SCALES[i]));
            numbers[i] = descriptor.setHeight(points).createFont(control.getDisplay());
            Arrays.fill(widths[i], -1);
        }
        bold = descriptor.setStyle(SWT.BOLD).createFont(control.getDisplay());
        italic = descriptor.setStyle(SWT.ITALIC).createFont(control.getDisplay());
        GC gc = new GC(control);
        try {
            for (int i = 0; i < SCALES.length; i++) {
                gc.setFont(numbers[i]);
                heights[i] = gc.getFontMetrics().getHeight();
            }
        } finally {
            gc.dispose();
        }
    }

    Font normal() {
        return numbers[0];
    }

    Font bold() {
        return bold;
    }

    Font italic() {
        return italic;
    }

    /** Height of a line of normal text, points. */
    int line() {
        return heights[0];
    }

    int sizes() {
        return SCALES.length;
    }

    Font number(int size) {
        return numbers[size];
    }

    int height(int size) {
        return heights[size];
    }

    /** Width of a number; its characters are measured once each, since there are thousands of numbers on a screen. */
    int width(GC gc, int size, String number) {
        double width = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (widths[size][c] < 0) {
                gc.setFont(numbers[size]);
                widths[size][c] = gc.stringExtent(String.valueOf(c).repeat(10)).x / 10.0;
            }
            width += widths[size][c];
        }
        return (int) Math.ceil(width);
    }

    /** A text in one of the sizes for numbers. */
    record Fitting(String text, int size) {
    }

    /** The first of several texts that is no wider than the room, in the largest size in which one is; null where none is. */
    Fitting fitting(GC gc, int largest, List<String> choices, int room) {
        for (int size = largest; size < sizes(); size++) {
            for (String choice : choices) {
                if (width(gc, size, choice) <= room) {
                    return new Fitting(choice, size);
                }
            }
        }
        return null;
    }

    /** Width of a class name in the widest of the fonts it is written in. */
    int nameWidth(GC gc, String name) {
        return names.computeIfAbsent(name, text -> {
            gc.setFont(bold);
            return gc.stringExtent(text).x;
        });
    }

    /** A class name, its middle left out where it is wider than the room. */
    String shortened(GC gc, String name, int room) {
        if (nameWidth(gc, name) <= room) {
            return name;
        }
        return shortened.computeIfAbsent(room + " " + name, key -> {
            gc.setFont(bold);
            int low = 0;
            int high = name.length() - 1;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (gc.stringExtent(without(name, middle)).x <= room) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return without(name, low);
        });
    }

    /** Two thirds of the characters that stay are from the front; surrogate pairs are not cut. */
    private static String without(String name, int kept) {
        int front = (2 * kept + 2) / 3;
        int back = name.length() - (kept - front);
        if (front > 0 && Character.isHighSurrogate(name.charAt(front - 1))) {
            front--;
        }
        if (back < name.length() && Character.isLowSurrogate(name.charAt(back))) {
            back++;
        }
        return name.substring(0, front) + '\u2026' + name.substring(back);
    }

    /** Forgets what was measured for the names of another matrix. */
    void forgetNames() {
        names.clear();
        shortened.clear();
    }

    void dispose() {
        for (Font font : numbers) {
            font.dispose();
        }
        bold.dispose();
        italic.dispose();
    }
}
