package dev.errata.formats.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** What the first bytes of a JSON file tell about its shape. */
public final class JsonHead {

    private final Map<String, JsonToken> fields = new HashMap<>();
    private final Map<String, JsonToken> elementFields = new HashMap<>();
    private JsonToken root;
    private boolean empty;

    private JsonHead() {
    }

    /** @param head the beginning of a file, which may be cut anywhere and need not be JSON */
    public static JsonHead of(byte[] head) {
        JsonHead json = new JsonHead();
        try (JsonParser parser = SafeJson.factory().createParser(head)) {
            json.scan(parser);
        } catch (JsonProcessingException e) {
            // the head is cut off, or is not JSON: what was seen so far is the answer
            return json;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return json;
    }

    private void scan(JsonParser parser) throws IOException {
        root = parser.nextToken();
        if (root == JsonToken.START_OBJECT) {
            scanObject(parser, fields);
        } else if (root == JsonToken.START_ARRAY) {
            JsonToken first = parser.nextToken();
            empty = first == JsonToken.END_ARRAY;
            if (first == JsonToken.START_OBJECT) {
                scanObject(parser, elementFields);
            }
        }
    }

    private static void scanObject(JsonParser parser, Map<String, JsonToken> into) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            into.put(name, parser.nextToken());
            parser.skipChildren();
        }
    }

    /** Whether the text begins with an object. */
    public boolean isObject() {
        return root == JsonToken.START_OBJECT;
    }

    /** Whether the text begins with an array. */
    public boolean isArray() {
        return root == JsonToken.START_ARRAY;
    }

    /** Whether the document is an array without elements. */
    public boolean isEmptyArray() {
        return empty;
    }

    /** Whether the document is an object with this field. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Whether the document is an object that has an array in this field. */
    public boolean isArray(String field) {
        return fields.get(field) == JsonToken.START_ARRAY;
    }

    /** Whether the document is an object that has an object in this field. */
    public boolean isObject(String field) {
        return fields.get(field) == JsonToken.START_OBJECT;
    }

    /** Whether the document is an array whose first element is an object with this field. */
    public boolean firstElementHas(String field) {
        return elementFields.containsKey(field);
    }

    /** Whether the document is an array whose first element is an object that has an array in this field. */
    public boolean firstElementHasArray(String field) {
        return elementFields.get(field) == JsonToken.START_ARRAY;
    }
}
