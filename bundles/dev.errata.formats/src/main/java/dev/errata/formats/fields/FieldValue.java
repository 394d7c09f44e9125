package dev.errata.formats.fields;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import dev.errata.formats.json.JsonNode;
import dev.errata.formats.text.Numbers;

/** Values of fields as texts, and what they mean. */
public final class FieldValue {

    /** Longer texts are pictures, masks and the like: nobody filters by them. */
    private static final int LONGEST = 500;
    /** Longer ones without a point, a blank or the like are base64: digests end at 64. */
    private static final int LONGEST_WORD = 64;
    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final int DEEPEST = 4;

    private FieldValue() {
    }

    /** What a text is as a value of a type: a number, milliseconds since 1970, or 1 and 0; NaN where it is none. */
    public static double number(FieldType type, String text) {
        return switch (type) {
            case BOOLEAN -> isTrue(text) ? 1 : isFalse(text) ? 0 : Double.NaN;
            case NUMBER -> Numbers.isNumber(text) ? finite(Numbers.parse(text)) : Double.NaN;
            case DATE -> FieldDates.milliseconds(text);
            case TEXT -> Double.NaN;
        };
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }

    static boolean isFalse(String text) {
        return text.equalsIgnoreCase("false");
    }

    /** The narrowest type that fits all of some texts. */
    static FieldType type(List<String> texts) {
        for (FieldType type : List.of(FieldType.BOOLEAN, FieldType.NUMBER, FieldType.DATE)) {
            if (!texts.isEmpty() && texts.stream().noneMatch(text -> Double.isNaN(number(type, text)))) {
                return type;
            }
        }
        return FieldType.TEXT;
    }

    /** Whether a text can be a value at all. */
    static boolean isValue(String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST && !text.equals("null")
            && (text.length() <= LONGEST_WORD || !PACKED.matcher(text).matches());
    }

    /** Whether an object with these fields is a mask, of which run lengths and size mean nothing to people. */
    public static boolean isMask(Collection<String> fields) {
        return fields.contains("counts") && fields.contains("size");
    }

    /** An attribute as a format gives it: a text, or JSON as written. */
    public static void attribute(String name, String value, BiConsumer<String, String> into) {
        boolean json = value != null && (value.startsWith("{") || value.startsWith("["));
        if (json && JsonNode.problem(raw(value)) == null) {
            json(name, JsonNode.of(raw(value)), into);
        } else {
            into.accept(name, value);
        }
    }

    /** The fields of a JSON object, those of objects in it with a point between the names. */
    public static void object(String object, BiConsumer<String, String> into) {
        if (!object.isEmpty()) {
            JsonNode node = JsonNode.of(raw(object));
            node.names().forEach(name -> json(name, node.member(name), into));
        }
    }

    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * The values in a JSON value: scalars as they are, lists of texts as one text with commas, objects field by field. Lists
     * of numbers and of objects are geometry, and names with an underscore in front belong to the program that wrote them.
     */
    public static void json(String name, JsonNode value, BiConsumer<String, String> into) {
        json(name, value, into, 0);
    }

    private static void json(String name, JsonNode value, BiConsumer<String, String> into, int depth) {
        if (value.isObject()) {
            if (isMask(value.names())) {
                return;
            }
            for (String member : value.names()) {
                if (depth < DEEPEST && !member.startsWith("_") && !member.startsWith("$")) {
                    json(name + "." + member, value.member(member), into, depth + 1);
                }
            }
        } else if (value.isArray()) {
            List<JsonNode> items = value.items();
            if (!items.isEmpty() && items.stream().allMatch(JsonNode::isString)) {
                into.accept(name, String.join(", ", items.stream().map(JsonNode::string).toList()));
            }
        } else if (!value.isNull()) {
            into.accept(name, value.string());
        }
    }
}
