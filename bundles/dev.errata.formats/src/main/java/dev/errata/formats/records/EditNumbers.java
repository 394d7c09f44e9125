package dev.errata.formats.records;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.errata.formats.text.Numbers;

/** Numbers as edits write them. */
public final class EditNumbers {

    private static final int PLACES = 10;
    private static final double NOISE = 1e-12;
    private static final double ROUND = 1e9;

    private EditNumbers() {
    }

    /** Whether two numbers are one but for the last bits, which a sum and a difference may change. */
    public static boolean same(double a, double b) {
        return a == b || Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(a));
    }

    /** The far side of a box, free of the noise of the sum. */
    public static double far(double begin, double length) {
        double sum = begin + length;
        double rounded = Math.rint(sum * ROUND) / ROUND;
        return same(sum, rounded) ? rounded : sum;
    }

    /** A fraction of an image with ten places, which is less than a millionth of a pixel. */
    public static String fraction(double value) {
        return new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** A number with zeros behind it, so that it has at least as many places as the one that it replaces. */
    public static String padded(String number, String old) {
        int places = places(old);
        return places <= places(number) ? number : new BigDecimal(number).setScale(places,
            RoundingMode.UNNECESSARY).toPlainString();
    }

    private static int places(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    /** A number in the manner of the one that it replaces: with or without a decimal point. */
    public static String like(double value, String old) {
        return Numbers.format(value, old.indexOf('.') >= 0);
    }
}
