package dev.errata.ui.properties;

import java.util.Locale;

/** Numbers of boxes as text: as short as they can be, with a point, in every language of the system. */
final class PixelText {

    private PixelText() {
    }

    static String of(double pixels) {
        return pixels == Math.rint(pixels) && Math.abs(pixels) < 1e9 ? Long.toString((long) pixels) : Double.toString(pixels);
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
