package dev.errata.formats.coco;

import java.util.List;
import java.util.Map;

import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;

/**
 * How a JSON file writes objects.
 *
 * @param open from the brace to the first field
 * @param colon between name and value
 * @param comma between fields
 * @param close from the last value to the brace
 * @param array how arrays of numbers are written
 */
record RecordStyle(String open, String colon, String comma, String close, ArrayStyle array) {

    static final RecordStyle SPACED = new RecordStyle("{", ": ", ", ", "}", ArrayStyle.SPACED);

    /** The style of an object. */
    static RecordStyle of(String object) {
        List<Span> fields = JsonSpans.of(object, 0);
        if (fields.isEmpty()) {
            return SPACED;
        }
        Span first = fields.getFirst();
        int nameEnd = JsonSpans.end(object, first.begin());
        String colon = object.substring(nameEnd, first.value());
        String comma = fields.size() > 1 ? object.substring(first.end(), fields.get(1).begin())
            : colon.equals(":") ? "," : ", ";
        ArrayStyle array = colon.equals(":") ? ArrayStyle.COMPACT : ArrayStyle.SPACED;
        Span box = JsonSpans.field(fields, "bbox");
        if (box != null) {
            array = ArrayStyle.of(box.value(object), array);
        }
        return new RecordStyle(object.substring(0, first.begin()), colon, comma,
            object.substring(fields.getLast().end()), array);
    }

    /** A field; the name needs no escapes. */
    String field(String name, String value) {
        return '"' + name + '"' + colon + value;
    }

    /**
     * Outlines.
     *
     * @param old the value that is replaced, whose style is kept as far as it can be seen
     */
    String polygons(String old, List<double[]> polygons) {
        if (polygons.isEmpty()) {
            return "[]";
        }
        ArrayStyle inner = array;
        String open = "[";
        String close = "]";
        String comma = array.comma();
        List<Span> parts = old.startsWith("[") ? JsonSpans.of(old, 0) : List.of();
        if (!parts.isEmpty() && old.charAt(parts.getFirst().value()) == '[') {
            inner = ArrayStyle.of(parts.getFirst().value(old), array);
            open = old.substring(0, parts.getFirst().begin());
            close = old.substring(parts.getLast().end());
            comma = parts.size() > 1 ? old.substring(parts.get(0).end(), parts.get(1).begin())
                : open.length() > 1 ? "," + open.substring(1) : inner.comma();
        }
        StringBuilder text = new StringBuilder(open);
        for (int i = 0; i < polygons.size(); i++) {
            text.append(i == 0 ? "" : comma).append(inner.numbers(polygons.get(i)));
        }
        return text.append(close).toString();
    }

    /**
     * An object of attributes.
     *
     * @param old the values that the object has now, as written
     */
    String attributes(Map<String, String> attributes, Map<String, String> old, RawText raw) {
        if (attributes.isEmpty()) {
            return "{}";
        }
        StringBuilder text = new StringBuilder(open);
        boolean first = true;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            text.append(first ? "" : comma).append(raw.encode(JsonText.quote(attribute.getKey()))).append(colon)
                .append(attribute(attribute.getValue(), old.get(attribute.getKey()), raw));
            first = false;
        }
        return text.append(close).toString();
    }

    /**
     * The value of an attribute: of the type that it had, where the new text allows that.
     *
     * @param old the value now, as written; null for a new attribute
     */
    static String attribute(String value, String old, RawText raw) {
        if (old != null && isText(old)) {
            return raw.decode(old).equals(JsonText.quote(value)) ? old : raw.encode(JsonText.quote(value));
        }
        if (old != null && value.equals(raw.decode(old))) {
            return old;
        }
        boolean plain = JsonText.isNumber(value) || value.equals("true") || value.equals("false");
        return plain ? value : raw.encode(JsonText.quote(value));
    }

    private static boolean isText(String value) {
        return value.startsWith("\"");
    }
}
