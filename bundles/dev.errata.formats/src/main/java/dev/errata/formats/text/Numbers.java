package dev.errata.formats.text;

import java.math.BigDecimal;

/**
 * Numbers as label files write them: ASCII digits, a point, an exponent, whatever the locale. Nothing else is a number:
 * no {@code NaN}, {@code 1d}, {@code 0x1p3}, digit groups or other scripts' digits.
 */
public final class Numbers {

    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
        1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final long EXACT_LIMIT = 1L << 53;

    private Numbers() {
    }

    /**
     * The value of a short plain decimal, without allocation. A significand below 2^53 and at most 22 places after the
     * point make the one division here correctly rounded (Clinger 1990, "How to read floating point numbers accurately").
     *
     * @return the number, or NaN where the text is no such number and the slow way has to tell
     */
    public static double shortDecimal(char[] text, int offset, int length) {
        int at = offset;
        int end = offset + length;
        boolean negative = length > 0 && text[at] == '-';
        if (negative) {
            at++;
        }
        if (at == end || end - at > 17) {
            return Double.NaN;
        }
        long significand = 0;
        int places = 0;
        boolean point = false;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                significand = significand * 10 + digit;
                places += point ? 1 : 0;
            } else if (text[at] == '.' && !point) {
                point = true;
            } else {
                return Double.NaN;
            }
        }
        if (significand >= EXACT_LIMIT) {
            return Double.NaN;
        }
        double value = significand / POWERS[places];
        return negative ? -value : value;
    }

    /** Whether a text is a number: optional sign, digits with an optional point, optional exponent. */
    public static boolean isNumber(CharSequence text) {
        int at = 0;
        int length = text.length();
        if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int whole = digits(text, at);
        at += whole;
        int fraction = 0;
        if (at < length && text.charAt(at) == '.') {
            fraction = digits(text, ++at);
            at += fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int exponent = digits(text, at);
            if (exponent == 0) {
                return false;
            }
            at += exponent;
        }
        return at == length;
    }

    private static int digits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /** The value of a text, or NaN where it is no number; too large ones are infinite. */
    public static double parse(CharSequence text) {
        return isNumber(text) ? value(text.toString()) : Double.NaN;
    }

    /** The value of a text that is known to be a number. */
    static double value(String number) {
        double value = shortDecimal(number.toCharArray(), 0, number.length());
        return Double.isNaN(value) ? Double.parseDouble(number) : value;
    }

    /** Whether a text is a whole number that fits a {@code long}, written as {@link Long#toString} does. */
    public static boolean isCanonicalLong(String text) {
        int length = text.length();
        if (length == 0 || length > 20) {
            return false;
        }
        int first = text.charAt(0) == '-' ? 1 : 0;
        if (digits(text, first) != length - first || length == first) {
            return false;
        }
        if (length - first < 19) {
            return text.charAt(first) != '0' || (length == 1 && first == 0);
        }
        return new BigDecimal(text).toBigIntegerExact().bitLength() < 64 && text.charAt(first) != '0';
    }

    /**
     * The shortest text that reads back as the same value, without an exponent.
     *
     * @param point whether whole numbers get a {@code .0}
     */
    public static String format(double value, boolean point) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite: " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT_LIMIT) {
            return (long) value + (point ? ".0" : "");
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }
}
