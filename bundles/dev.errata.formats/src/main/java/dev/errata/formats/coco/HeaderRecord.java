package dev.errata.formats.coco;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.io.JsonCursor;
import dev.errata.formats.io.Numbers;

/**
 * An image or a category of a COCO file.
 *
 * @param id as text, or null where there is no usable one
 * @param name a category's, or null where there is none
 * @param supercategory a category's, or empty
 * @param fileName an image's, or empty
 * @param width an image's, or 0
 * @param height an image's, or 0
 */
record HeaderRecord(String id, String name, String supercategory, String fileName, int width, int height) {

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
        JsonCursor.Fields fields = new JsonCursor.Fields();
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
                default -> cursor.skip();
            }
        }
        if (fileName == null || fileName.isEmpty()) {
            fileName = url == null ? "" : url.substring(url.lastIndexOf('/') + 1);
        }
        return new HeaderRecord(id, name, supercategory == null ? "" : supercategory, fileName, width, height);
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
        JsonToken token = cursor.parser().currentToken();
        double value = token.isNumeric() ? cursor.number()
            : token == JsonToken.VALUE_STRING ? Numbers.parse(cursor.parser().getText()) : Double.NaN;
        cursor.skip();
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) Math.round(value) : 0;
    }

    /** The id as a number; {@code instead} where it is a text. */
    long longId(long instead) {
        return Numbers.isCanonicalLong(id) ? Long.parseLong(id) : instead;
    }
}
