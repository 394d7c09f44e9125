package dev.errata.formats.records;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;

/** Changes values within the raw text of a JSON object; every other byte stays. */
public final class JsonEdit {

    private final String record;
    private final RawText raw;
    private final TextEdits edits;

    public JsonEdit(String record, RawText raw) {
        this.record = record;
        this.raw = raw;
        this.edits = new TextEdits(record);
    }

    /** The value now. */
    public JsonNode node() {
        return JsonNode.of(record);
    }

    /** Sets a number of an object, where it differs. */
    public void number(JsonNode object, String field, double value) {
        JsonNode old = object.get(field);
        if (!EditNumbers.same(old.number(), value)) {
            set(object, field, Numbers.format(value, old.isNull() || old.raw().indexOf('.') >= 0));
        }
    }

    /** Replaces a number, where it differs. */
    public void number(JsonNode old, double value) {
        if (!EditNumbers.same(old.number(), value)) {
            edits.replace(old.begin(), old.end(), Numbers.format(value, old.raw().indexOf('.') >= 0));
        }
    }

    /** Sets a text of an object, where it differs. */
    public void string(JsonNode object, String field, String value) {
        if (!object.has(field) || !object.get(field).string().equals(value)) {
            set(object, field, raw.encode(JsonText.quote(value)));
        }
    }

    /** Replaces a value as written. */
    public void replace(JsonNode old, String written) {
        edits.replace(old.begin(), old.end(), written);
    }

    /** Sets a field to a value as written; a new field goes behind the last. */
    public void set(JsonNode object, String field, String written) {
        if (object.has(field)) {
            replace(object.get(field), written);
            return;
        }
        List<Span> fields = JsonSpans.of(record, object.begin());
        if (fields.isEmpty()) {
            edits.replace(object.begin() + 1, object.begin() + 1, '"' + field + "\": " + written);
            return;
        }
        Span first = fields.getFirst();
        String colon = record.substring(JsonSpans.end(record, first.begin()), first.value());
        String comma = fields.size() > 1 ? record.substring(first.end(), fields.get(1).begin()) : colon.equals(":") ? "," : ", ";
        int end = fields.getLast().end();
        edits.replace(end, end, comma + raw.encode(JsonText.quote(field)) + colon + written);
    }

    /** Sets the fields of an attribute object: changed values in their type, others as they are; missing ones go. */
    public void attributes(JsonNode object, String field, Map<String, String> attributes) {
        JsonNode old = object.get(field);
        if (!old.isObject()) {
            if (!attributes.isEmpty()) {
                set(object, field, attributesText(attributes, null));
            }
            return;
        }
        if (!Set.copyOf(old.names()).equals(attributes.keySet())) {
            replace(old, attributesText(attributes, old));
            return;
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            JsonNode value = old.get(raw.encode(attribute.getKey()));
            if (!value.string().equals(attribute.getValue()) && !(value.isNull() && attribute.getValue().equals("null"))) {
                replace(value, value(attribute.getValue(), value));
            }
        }
    }

    private String attributesText(Map<String, String> attributes, JsonNode old) {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            JsonNode before = old == null ? null : old.get(raw.encode(attribute.getKey()));
            boolean same = before != null && before.string().equals(attribute.getValue()) && !before.isNull();
            text.append(text.length() == 1 ? "" : ", ").append(raw.encode(JsonText.quote(attribute.getKey()))).append(": ")
                .append(same ? before.raw() : value(attribute.getValue(), before));
        }
        return text.append('}').toString();
    }

    private String value(String value, JsonNode old) {
        return raw.encode(value(value, old != null && old.isString()));
    }

    /** A value as JSON: true, false, numbers, arrays and objects as they are, unless it is to be a text. */
    public static String value(String value, boolean text) {
        boolean plain = !text && (JsonText.isNumber(value) || value.equals("true") || value.equals("false")
            || value.equals("null") || (value.startsWith("[") || value.startsWith("{")) && JsonNode.problem(value) == null);
        return plain ? value : JsonText.quote(value);
    }

    /** Everything set so far. */
    public String result() {
        return edits.result();
    }
}
