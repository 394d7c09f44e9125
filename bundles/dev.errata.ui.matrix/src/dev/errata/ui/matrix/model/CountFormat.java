package dev.errata.ui.matrix.model;

import java.util.List;
import java.util.Locale;

/** Writes counts and shares in several lengths, so that a cell shows the longest that fits. */
public final class CountFormat {

    private static final String[] UNITS = {"k", "M", "G", "T", "P", "E"};

    private CountFormat() {
    }

    /** The whole count with thousands separated: 12,345. */
    public static String full(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A share in percent with one decimal; a share too small for that is told from none: 12.3%, <0.1%. */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1%";
        }
        if (share < 1 && share >= 0.9995) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Three significant digits and a unit, truncated so that 999,999 never reads as 1M: 2.3k, 45k, 1.2M. */
    public static String abbreviated(long count) {
        return shortened(count, true);
    }

    private static String shortened(long count, boolean decimal) {
        if (count < 1000) {
            return Long.toString(count);
        }
        long unit = 1000;
        int index = 0;
        while (count / unit >= 1000) {
            unit *= 1000;
            index++;
        }
        long whole = count / unit;
        long tenth = count % unit / (unit / 10);
        String number = decimal && whole < 10 && tenth > 0 ? whole + "." + tenth : Long.toString(whole);
        return number + UNITS[index];
    }

    /** The ways to write a count, longest first. */
    public static List<String> choices(long count) {
        if (count < 1000) {
            return List.of(Long.toString(count));
        }
        String abbreviated = abbreviated(count);
        String shortest = shortened(count, false);
        return abbreviated.equals(shortest) ? List.of(full(count), abbreviated) : List.of(full(count), abbreviated, shortest);
    }

    /** The ways to write a share, longest first. */
    public static List<String> percentChoices(double share) {
        long rounded = Math.round(100 * share);
        if (share > 0 && rounded == 0) {
            return List.of(percent(share), "<1");
        }
        return List.of(percent(share), rounded + "%", Long.toString(rounded));
    }
}
