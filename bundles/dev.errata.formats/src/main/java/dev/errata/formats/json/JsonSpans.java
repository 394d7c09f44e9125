package dev.errata.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.errata.formats.io.RawText;

/**
 * Where the parts of a JSON object or array stand in its text. For text that a JSON parser has accepted: nothing is checked
 * again.
 */
public final class JsonSpans {

    /**
     * One field of an object, or one element of an array.
     *
     * @param name the field's name; null in an array
     * @param begin where the field or element begins
     * @param value where its value begins
     * @param end behind its value
     */
    public record Span(String name, int begin, int value, int end) {

        /** The value as written. */
        public String value(String text) {
            return text.substring(value, end);
        }
    }

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    private JsonSpans() {
    }

    /**
     * The fields or elements of the object or array that begins at an index.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<Span> of(String text, int from) {
        return of(text, from, false);
    }

    /**
     * The fields or elements of raw text, as {@link RawText} gives UTF-8. The names are raw text too, so a letter and its escape
     * are one name.
     */
    public static List<Span> ofRaw(String text, int from) {
        return of(text, from, true);
    }

    private static List<Span> of(String text, int from, boolean raw) {
        boolean object = text.charAt(from) == '{';
        if (!object && text.charAt(from) != '[') {
            throw new IllegalArgumentException("neither object nor array at " + from);
        }
        char close = object ? '}' : ']';
        List<Span> spans = new ArrayList<>();
        int at = skipSpace(text, from + 1);
        while (text.charAt(at) != close) {
            int begin = at;
            String name = null;
            if (object) {
                int nameEnd = end(text, at);
                name = name(text, at, nameEnd, raw);
                at = skipSpace(text, nameEnd);
                at = skipSpace(text, at + 1);
            }
            int end = end(text, at);
            spans.add(new Span(name, begin, at, end));
            at = skipSpace(text, end);
            if (text.charAt(at) == ',') {
                at = skipSpace(text, at + 1);
            }
        }
        return spans;
    }

    private static String name(String text, int begin, int end, boolean raw) {
        if (isPlain(text, begin + 1, end - 1)) {
            return text.substring(begin + 1, end - 1);
        }
        String name = text.substring(begin, end);
        return raw ? UTF_8.encode(JsonText.unquote(UTF_8.decode(name))) : JsonText.unquote(name);
    }

    /** Whether a range is ASCII without escapes, so that it means what it says. */
    static boolean isPlain(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' || c >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The field with a name, or null. */
    public static Span field(List<Span> fields, String name) {
        for (Span field : fields) {
            if (name.equals(field.name())) {
                return field;
            }
        }
        return null;
    }

    /** The index behind the value that begins at an index. */
    public static int end(String text, int from) {
        char first = text.charAt(from);
        if (first == '"') {
            return stringEnd(text, from);
        }
        int at = from;
        if (first != '{' && first != '[') {
            while (at < text.length() && ",]} \t\r\n:".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (c == '"') {
                at = stringEnd(text, at);
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        } while (depth > 0);
        return at;
    }

    private static int stringEnd(String text, int from) {
        int at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
