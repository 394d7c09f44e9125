package dev.errata.dataset;

import java.util.Locale;

/**
 * Text of strangers made safe to show. Names in label files may hold anything: a control character steers a terminal, and a
 * direction mark turns round what stands behind it. Both are written as codes, for example {@code \}{@code u202e}.
 */
public final class VisibleText {

    private VisibleText() {
    }

    /** A name, on one line. */
    public static String oneLine(String text) {
        return visible(text, false);
    }

    /** Sentences, which may have lines and tabs. */
    public static String lines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean lines) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!isHidden(c) || lines && (c == '\n' || c == '\t')) {
                shown.appendCodePoint(c);
            } else {
                shown.append(code(c));
            }
        });
        return shown.toString();
    }

    private static String code(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", c);
        };
    }

    /** Control characters, separators of lines and paragraphs, and all marks of Unicode's bidirectional algorithm. */
    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x061c || c == 0x200e || c == 0x200f
            || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
