package dev.errata.formats.coco;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.text.Ids;
import dev.errata.formats.text.Numbers;

/** A record of the {@code annotations} of a COCO file. */
final class AnnotationRecord extends CocoRecord {

    private static final int ID = 1 << 8;
    private static final int AREA = 1 << 9;
    private static final int CROWD = 1 << 10;

    long id;
    /** Whether {@link #id} holds; otherwise the record has an id that is a text, or none. */
    boolean hasId;
    String textId;
    /** NaN where the record has none. */
    double area;
    boolean crowd;

    AnnotationRecord(JsonCursor cursor, IssueLog log, Ids imageIds, Ids categoryIds) {
        super(cursor, log, imageIds, categoryIds);
    }

    @Override
    void reset() {
        hasId = false;
        textId = null;
        area = Double.NaN;
        crowd = false;
    }

    @Override
    boolean ownField(String name) throws IOException {
        switch (name) {
            case "id" -> {
                first(ID);
                readId();
            }
            case "area" -> {
                first(AREA);
                readArea();
            }
            case "iscrowd" -> {
                first(CROWD);
                readCrowd();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readId() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            id = parser.getLongValue();
            hasId = true;
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && cursor.number() == Math.rint(cursor.number())
            && Math.abs(cursor.number()) < 1L << 53) {
            id = (long) cursor.number();
            hasId = true;
            warning("coco.id.float", "The id has a decimal point; it was read as a whole number.");
        } else if (token == JsonToken.VALUE_STRING) {
            textId = parser.getText();
            if (Numbers.isCanonicalLong(textId)) {
                id = Long.parseLong(textId);
                hasId = true;
            }
        } else if (token != JsonToken.VALUE_NULL) {
            problem("coco.id.type", "The id must be a whole number of at most 64 bits, or a text.");
            cursor.skip();
        }
    }

    private void readArea() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        double value = switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> cursor.number();
            case VALUE_STRING -> Numbers.parse(parser.getText().strip());
            default -> Double.NaN;
        };
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            area = value;
        } else {
            warning("coco.area.number", "The area is no finite number of 0 or more; width times height is used.");
            cursor.skip();
        }
    }

    private void readCrowd() throws IOException {
        JsonToken token = parser.nextToken();
        switch (token) {
            case VALUE_TRUE -> crowd = true;
            case VALUE_FALSE, VALUE_NULL -> crowd = false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> crowd = cursor.number() != 0;
            default -> {
                warning("coco.iscrowd.type", "The iscrowd is neither 0 nor 1; 0 is used.");
                cursor.skip();
            }
        }
    }

    @Override
    void finish() {
        checkCommon();
        if (!hasId && textId == null && !bad()) {
            warnAt("coco.id.missing", "", "The annotation has no id; it was given one.");
        }
    }

    @Override
    String pointer() {
        return "/annotations/" + position;
    }

    @Override
    String recordName() {
        if (hasId) {
            return Long.toString(id);
        }
        return textId != null ? textId : "annotations[" + position + "]";
    }
}
