package dev.errata.formats.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PassingText;

/** Goes through the elements of the arrays of a JSON file, one by one; no more than one of them is held at a time. */
public final class JsonElements {

    /** The field that stands for a document which is an array itself. */
    public static final String ROOT = "";

    /** Takes elements. */
    @FunctionalInterface
    public interface Each {

        /**
         * @param field whose value the element is, or stands in
         * @return whether to go on
         */
        boolean take(String field, Element element) throws IOException;
    }

    private final PassingText text;
    private final Set<String> arrays;
    private final Set<String> objects;
    private final Each each;
    private final Set<String> found = new HashSet<>();
    private boolean going = true;

    private JsonElements(PassingText text, Set<String> arrays, Set<String> objects, Each each) {
        this.text = text;
        this.arrays = arrays;
        this.objects = objects;
        this.each = each;
    }

    /**
     * Reads a document to its end, or as far as somebody takes elements.
     *
     * @param utf8 stays open
     * @param arrays the fields whose arrays are read an element at a time
     * @param objects the fields whose objects are read whole
     * @return the fields of {@code arrays} that there are
     * @throws dev.errata.formats.FormatException if this is no JSON, or has a field twice
     */
    public static Set<String> read(InputStream utf8, IssueLog log, Set<String> arrays, Set<String> objects, Each each)
        throws IOException {
        PassingText text = new PassingText(utf8, log);
        JsonElements elements = new JsonElements(text, arrays, objects, each);
        JsonCursor.read(text, log, elements::document);
        return elements.found;
    }

    private boolean document(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() == JsonToken.START_ARRAY && arrays.contains(ROOT)) {
            array(ROOT, cursor);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            JsonFields fields = new JsonFields();
            while (going && parser.nextToken() != JsonToken.END_OBJECT) {
                fields.add(cursor);
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && arrays.contains(field)) {
                    array(field, cursor);
                } else if (value == JsonToken.START_OBJECT && objects.contains(field)) {
                    element(field, "/" + field, cursor);
                } else {
                    cursor.skip();
                }
            }
        } else {
            cursor.skip();
        }
        return going;
    }

    private void array(String field, JsonCursor cursor) throws IOException {
        found.add(field);
        String before = (field.equals(ROOT) ? "" : "/" + field) + "/";
        long index = 0;
        while (going && cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            element(field, before + index++, cursor);
        }
    }

    private void element(String field, String pointer, JsonCursor cursor) throws IOException {
        long begin = cursor.tokenBegin();
        if (!cursor.parser().currentToken().isStructStart()) {
            // no format has plain values here, so none needs to know which
            going = each.take(field, new Element("null", begin, pointer));
            return;
        }
        text.keep(begin);
        cursor.skip();
        String raw = text.slice(begin, cursor.tokenEnd());
        text.release();
        going = each.take(field, new Element(raw, begin, pointer));
    }
}
