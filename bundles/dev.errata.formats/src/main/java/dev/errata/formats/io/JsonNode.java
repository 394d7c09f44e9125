package dev.errata.formats.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

import dev.errata.formats.FormatException;

/** A value within a raw JSON text that was checked; what is in it is looked up when asked for. */
public final class JsonNode {

    private static final JsonNode NOTHING = new JsonNode("null", 0, 4);

    private final String text;
    private final int begin;
    private final int end;
    private List<JsonSpans.Span> spans;

    private JsonNode(String text, int begin, int end) {
        this.text = text;
        this.begin = begin;
        this.end = end;
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
        return new JsonNode(raw, begin, JsonSpans.end(raw, begin));
    }

    /** What is wrong with a text that should be one JSON document, or null. */
    public static String problem(String raw) {
        try (JsonParser parser = SafeJson.factory().createParser(raw.getBytes(StandardCharsets.ISO_8859_1))) {
            if (parser.nextToken() == null) {
                return "empty";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? null : "something stands behind the value";
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return e.getOriginalMessage() + (at == null ? "" : " (column " + at.getColumnNr() + ")");
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

    private List<JsonSpans.Span> spans() {
        if (spans == null) {
            spans = isObject() || isArray() ? JsonSpans.ofRaw(text, begin) : List.of();
        }
        return spans;
    }

    /** Whether this is an object with a field, be it null. */
    public boolean has(String field) {
        return isObject() && JsonSpans.field(spans(), field) != null;
    }

    /** The value of a field; null as written where there is none. */
    public JsonNode get(String field) {
        JsonSpans.Span span = isObject() ? JsonSpans.field(spans(), field) : null;
        return span == null ? NOTHING : new JsonNode(text, span.value(), span.end());
    }

    /** The value of a field that {@link #names} gives. */
    public JsonNode member(String name) {
        return get(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** The elements of an array; none where this is no array. */
    public List<JsonNode> items() {
        if (!isArray()) {
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>(spans().size());
        for (JsonSpans.Span span : spans()) {
            items.add(new JsonNode(text, span.value(), span.end()));
        }
        return items;
    }

    /** The names of the fields of an object. */
    public List<String> names() {
        return isObject() ? spans().stream().map(JsonSpans.Span::name).map(JsonNode::utf8).toList() : List.of();
    }

    /** The value of a number; NaN where this is none or it is too large. */
    public double number() {
        char first = text.charAt(begin);
        double value = first == '-' || first >= '0' && first <= '9' ? Double.parseDouble(raw()) : Double.NaN;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** A string without quotes and escapes; anything else as written; nothing for null. */
    public String string() {
        if (isNull()) {
            return "";
        }
        String raw = utf8(raw());
        return isString() ? JsonText.unquote(raw) : raw;
    }

    /** Whether this is {@code true}, or a number other than 0. */
    public boolean isTrue() {
        return text.charAt(begin) == 't' || number() != 0 && !Double.isNaN(number());
    }

    private static String utf8(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
