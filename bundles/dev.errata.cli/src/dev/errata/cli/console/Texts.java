package dev.errata.cli.console;

import java.util.Locale;

import dev.errata.dataset.VisibleText;

/** How text of datasets is written in a terminal. */
public final class Texts {

    private static final int LONGEST = 40;

    private Texts() {
    }

    /** On one line and not long. */
    public static String shown(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        String line = VisibleText.oneLine(text);
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    /** How many places a text takes in a terminal, roughly: wide characters take two, marks none. */
    static int width(String text) {
        return text.codePoints().map(Texts::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60
            || c >= 0x1f300 && c <= 0x1faff || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    /** Fills up with blanks behind. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Fills up with blanks before. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** With the noun in singular or plural, for example "1 image", "3 classes". */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("s") || noun.endsWith("ch") ? "es" : "s");
    }

    /** A share of a whole in percent. */
    public static String percent(double part, double whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
    }
}
