package dev.errata.formats.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.json.JsonFields;
import dev.errata.formats.text.Numbers;

/**
 * An image or a category of a COCO file.
 *
 * @param id as text, or null where there is no usable one
 * @param name a category's, or null where there is none
 * @param supercategory a category's, or empty
 * @param fileName an image's, or empty
 * @param width an image's, or 0
 * @param height an image's, or 0
 * @param absent the ids of the categories that LVIS knows an image to have no object of, or null
 * @param incomplete the ids of the categories of which LVIS has not labelled every object of an image, or null
 * @param frequency how LVIS calls how often a category occurs, or null
 */
record HeaderRecord(String id, String name, String supercategory, String fileName, int width, int height,
    List<String> absent, List<String> incomplete, String frequency) {

    /** Reads the record at which the cursor stands; null where it is not an object. */
    static HeaderRecord read(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            cursor.skip();
            return null;
        }
        String id = null;
        String name = null;
        String supercategory = "";
        String fileName = "";
        String url = "";
        int width = 0;
        int height = 0;
        List<String> absent = null;
        List<String> incomplete = null;
        String frequency = null;
        JsonFields fields = new JsonFields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            fields.add(cursor);
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = id(cursor);
                case "name" -> name = text(cursor);
                case "supercategory" -> supercategory = text(cursor);
                case "file_name" -> fileName = text(cursor);
                case "coco_url" -> url = text(cursor);
                case "width" -> width = size(cursor);
                case "height" -> height = size(cursor);
                case "neg_category_ids" -> absent = ids(cursor);
                case "not_exhaustive_category_ids" -> incomplete = ids(cursor);
                case "frequency" -> frequency = text(cursor);
                default -> cursor.skip();
            }
        }
        if (fileName == null || fileName.isEmpty()) {
            fileName = url == null ? "" : url.substring(url.lastIndexOf('/') + 1);
        }
        return new HeaderRecord(id, name, supercategory == null ? "" : supercategory, fileName, width, height, absent,
            incomplete, frequency);
    }

    /** The ids of a list; null where it is none. */
    private static List<String> ids(JsonCursor cursor) throws IOException {
        if (cursor.parser().currentToken() != JsonToken.START_ARRAY) {
            cursor.skip();
            return null;
        }
        List<String> ids = new ArrayList<>();
        while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            String id = id(cursor);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The id as the one text that numbers and texts of the same digits share, or null. */
    static String id(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> {
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null
                    : Long.toString(parser.getLongValue());
            }
            case VALUE_NUMBER_FLOAT -> {
                double value = cursor.number();
                return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? Long.toString((long) value) : null;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            default -> {
                cursor.skip();
                return null;
            }
        }
    }

    private static String text(JsonCursor cursor) throws IOException {
        JsonToken token = cursor.parser().currentToken();
        if (token.isStructStart() || token == JsonToken.VALUE_NULL) {
            cursor.skip();
            return null;
        }
        return cursor.parser().getText();
    }

    private static int size(JsonCursor cursor) throws IOException {
        double value = switch (cursor.parser().currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> cursor.number();
            case VALUE_STRING -> Numbers.parse(cursor.parser().getText());
            default -> {
                cursor.skip();
                yield Double.NaN;
            }
        };
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) Math.round(value) : 0;
    }

    /** The id as a number; {@code instead} where it is a text. */
    long longId(long instead) {
        return Numbers.isCanonicalLong(id) ? Long.parseLong(id) : instead;
    }
}
