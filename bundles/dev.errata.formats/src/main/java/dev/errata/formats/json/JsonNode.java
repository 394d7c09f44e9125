package dev.errata.formats.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

import dev.errata.formats.FormatException;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.text.Numbers;

/** A value within a raw JSON text that was checked: where it stands and what is in it. */
public final class JsonNode {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    private static final JsonNode NOTHING = new JsonNode("null", 0, 4);

    private final String text;
    private final int begin;
    private final int end;
    /** The fields of an object or the elements of an array. */
    private List<JsonNode> children = List.of();
    /** Where the name of a field stands, quotes left out. */
    private int nameBegin;
    private int nameEnd;
    /** The name as raw text, where it is not what stands there. */
    private String name;

    private JsonNode(String text, int begin, int end) {
        this.text = text;
        this.begin = begin;
        this.end = end;
    }

    /** Takes a text apart, going through it once. */
    private static final class Parts {

        private final String text;
        private int at;

        Parts(String text, int at) {
            this.text = text;
            this.at = at;
        }

        JsonNode value() {
            char first = text.charAt(at);
            if (first != '{' && first != '[') {
                int from = at;
                at = JsonSpans.end(text, at);
                return new JsonNode(text, from, at);
            }
            char close = first == '{' ? '}' : ']';
            int from = at;
            List<JsonNode> children = new ArrayList<>();
            at = JsonSpans.skipSpace(text, at + 1);
            while (text.charAt(at) != close) {
                children.add(first == '{' ? field() : value());
                at = JsonSpans.skipSpace(text, at);
                if (text.charAt(at) == ',') {
                    at = JsonSpans.skipSpace(text, at + 1);
                }
            }
            at++;
            JsonNode node = new JsonNode(text, from, at);
            node.children = children;
            return node;
        }

        private JsonNode field() {
            int nameBegin = at + 1;
            at = JsonSpans.end(text, at);
            int nameEnd = at - 1;
            at = JsonSpans.skipSpace(text, at);
            at = JsonSpans.skipSpace(text, at + 1);
            JsonNode node = value();
            node.nameBegin = nameBegin;
            node.nameEnd = nameEnd;
            node.name = JsonSpans.isPlain(text, nameBegin, nameEnd) ? null
                : UTF_8.encode(JsonText.unquote(UTF_8.decode(text.substring(nameBegin - 1, nameEnd + 1))));
            return node;
        }
    }

    /**
     * The document of a text.
     *
     * @param raw as {@link RawText} gives UTF-8
     * @throws FormatException if it is no JSON, or has a field twice
     */
    public static JsonNode document(String raw, String place) throws IOException {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        JsonCursor.check(bytes, new IssueLog(place));
        return of(raw);
    }

    /** The value of a raw text that is known to be JSON, a byte-order mark aside. */
    public static JsonNode of(String raw) {
        int begin = raw.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (" \t\r\n".indexOf(raw.charAt(begin)) >= 0) {
            begin++;
        }
        return new Parts(raw, begin).value();
    }

    /** What is wrong with a text that should be one JSON document with no field twice in an object, or null. */
    public static String problem(String raw) {
        try (JsonParser parser = SafeJson.factory().createParser(raw.getBytes(StandardCharsets.ISO_8859_1))) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() == null) {
                return "empty";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? null : "something stands behind the value";
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return JsonFaults.why(e) + (at == null ? "" : " (column " + at.getColumnNr() + ")");
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    public int begin() {
        return begin;
    }

    public int end() {
        return end;
    }

    /** As written. */
    public String raw() {
        return text.substring(begin, end);
    }

    public boolean isObject() {
        return text.charAt(begin) == '{';
    }

    public boolean isArray() {
        return text.charAt(begin) == '[';
    }

    public boolean isString() {
        return text.charAt(begin) == '"';
    }

    public boolean isNull() {
        return text.charAt(begin) == 'n';
    }

    private JsonNode field(String field) {
        if (isObject()) {
            for (JsonNode child : children) {
                if (child.name != null ? child.name.equals(field) : child.nameEnd - child.nameBegin == field.length()
                    && text.startsWith(field, child.nameBegin)) {
                    return child;
                }
            }
        }
        return null;
    }

    /** Whether this is an object with a field, be it null. */
    public boolean has(String field) {
        return field(field) != null;
    }

    /** The value of a field; null as written where there is none. */
    public JsonNode get(String field) {
        JsonNode found = field(field);
        return found == null ? NOTHING : found;
    }

    /** The elements of an array; none where this is no array. */
    public List<JsonNode> items() {
        return isArray() ? children : List.of();
    }

    /** The names of the fields of an object. */
    public List<String> names() {
        return isObject() ? children.stream().map(child -> child.name == null
            ? text.substring(child.nameBegin, child.nameEnd) : UTF_8.decode(child.name)).toList() : List.of();
    }

    /** The value of a field that {@link #names} gives. */
    public JsonNode member(String name) {
        return get(UTF_8.encode(name));
    }

    /** The value of a number; NaN where this is none or it is too large. */
    public double number() {
        char first = text.charAt(begin);
        if (first != '-' && (first < '0' || first > '9')) {
            return Double.NaN;
        }
        char[] number = new char[end - begin];
        text.getChars(begin, end, number, 0);
        double value = Numbers.shortDecimal(number, 0, number.length);
        value = Double.isNaN(value) ? Double.parseDouble(raw()) : value;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** A string without quotes and escapes; anything else as written; nothing for null. */
    public String string() {
        if (isNull()) {
            return "";
        }
        if (isString() && JsonSpans.isPlain(text, begin + 1, end - 1)) {
            return text.substring(begin + 1, end - 1);
        }
        String raw = UTF_8.decode(raw());
        return isString() ? JsonText.unquote(raw) : raw;
    }

    /** Whether this is {@code true}, or a number other than 0. */
    public boolean isTrue() {
        return text.charAt(begin) == 't' || number() != 0 && !Double.isNaN(number());
    }
}
