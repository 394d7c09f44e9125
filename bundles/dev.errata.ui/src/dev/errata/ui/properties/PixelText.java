package dev.errata.ui.properties;

import java.util.Locale;

/** Numbers of boxes as text: as short as they can be, with a point, in every language of the system. */
final class PixelText {

    private PixelText() {
    }

    /** To a thousandth: what fractions of an image come to has more digits than anybody can see. */
    static String of(double pixels) {
        double shown = Math.abs(pixels) < 1e9 ? Math.round(pixels * 1000) / 1000.0 : pixels;
        return shown == 0 && pixels != 0 ? Double.toString(pixels)
            : shown == Math.rint(shown) && Math.abs(shown) < 1e9 ? Long.toString((long) shown) : Double.toString(shown);
    }

    static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.3f", confidence); //$NON-NLS-1$
    }

    /** @throws NumberFormatException if it is no number; the validators are asked before */
    static double parse(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }

    /** @return what is wrong with the text of a position, or null */
    static String invalidPosition(Object text) {
        try {
            return Double.isFinite(parse(text.toString())) ? null : Messages.Number_invalid;
        } catch (NumberFormatException notANumber) {
            return Messages.Number_invalid;
        }
    }

    /** @return what is wrong with the text of a width or height, or null */
    static String invalidLength(Object text) {
        String invalid = invalidPosition(text);
        return invalid == null && parse(text.toString()) <= 0 ? Messages.Number_notPositive : invalid;
    }
}
