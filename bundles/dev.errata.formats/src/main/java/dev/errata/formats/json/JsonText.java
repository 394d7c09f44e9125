package dev.errata.formats.json;

import dev.errata.formats.text.Numbers;

/** Texts and numbers as JSON writes them. */
public final class JsonText {

    private JsonText() {
    }

    /** A text in quotes; what is not ASCII stays as it is. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
                        quoted.append("\\u").append(hex(c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0000".substring(digits.length()) + digits;
    }

    /** The text that a valid JSON string stands for. */
    public static String unquote(String json) {
        if (json.indexOf('\\') < 0) {
            return json.substring(1, json.length() - 1);
        }
        StringBuilder text = new StringBuilder(json.length());
        int at = 1;
        while (at < json.length() - 1) {
            char c = json.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = json.charAt(at++);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    /** Whether a text is a JSON number. */
    public static boolean isNumber(String text) {
        if (!Numbers.isNumber(text) || text.charAt(0) == '+') {
            return false;
        }
        int first = text.charAt(0) == '-' ? 1 : 0;
        int whole = first;
        while (whole < text.length() && Character.digit(text.charAt(whole), 10) >= 0) {
            whole++;
        }
        boolean leadingZero = text.charAt(first) == '0' && whole - first > 1;
        boolean bareFraction = whole < text.length() && text.charAt(whole) == '.'
            && (whole + 1 == text.length() || Character.digit(text.charAt(whole + 1), 10) < 0);
        return whole > first && !leadingZero && !bareFraction;
    }
}
