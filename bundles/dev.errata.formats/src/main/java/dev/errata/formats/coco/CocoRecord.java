package dev.errata.formats.coco;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.json.JsonFields;
import dev.errata.formats.text.Ids;
import dev.errata.formats.text.Numbers;

/**
 * The fields that ground truth and results have in common, of the one record that is being read. One object serves for all
 * records of a file. The first thing that keeps a record from being imported is its problem.
 */
abstract class CocoRecord {

    static final int MISSING = -1;

    final JsonCursor cursor;
    final JsonParser parser;
    final IssueLog log;
    final Ids imageIds;
    final Ids categoryIds;
    final double[] box = new double[4];
    private final JsonFields otherFields = new JsonFields();

    int position = -1;
    long begin;
    int image;
    int category;
    boolean hasBox;
    boolean hasSegmentation;
    boolean warned;

    private int seen;
    private String problem;
    private String problemValue;
    private String problemText;
    private long problemLine;
    private long problemColumn;

    CocoRecord(JsonCursor cursor, IssueLog log, Ids imageIds, Ids categoryIds) {
        this.cursor = cursor;
        this.parser = cursor.parser();
        this.log = log;
        this.imageIds = imageIds;
        this.categoryIds = categoryIds;
    }

    /** Reads the record at which the cursor stands, whatever it is. */
    final void read() throws IOException {
        position++;
        begin = cursor.tokenBegin();
        image = MISSING;
        category = MISSING;
        hasBox = false;
        hasSegmentation = false;
        warned = false;
        seen = 0;
        problem = null;
        otherFields.clear();
        reset();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem("coco.record.type", "A record must be an object.");
            cursor.skip();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            field(name);
        }
        finish();
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "image_id" -> {
                first(1);
                image = reference(imageIds, "image_id");
            }
            case "category_id" -> {
                first(1 << 1);
                category = reference(categoryIds, "category_id");
            }
            case "bbox" -> {
                first(1 << 2);
                parser.nextToken();
                hasBox = readBox();
            }
            case "segmentation" -> {
                first(1 << 3);
                hasSegmentation = parser.nextToken() != JsonToken.VALUE_NULL;
                cursor.skip();
            }
            default -> {
                if (!ownField(name)) {
                    otherFields.add(cursor);
                    parser.nextToken();
                    cursor.skip();
                }
            }
        }
    }

    /** Forgets the own fields of the last record. */
    abstract void reset();

    /** Reads a field that only this kind of record has; false leaves it untouched. */
    abstract boolean ownField(String name) throws IOException;

    /** Looks at the record as a whole. */
    abstract void finish();

    /** The JSON pointer to this record. */
    abstract String pointer();

    /** How issues call this record. */
    abstract String recordName();

    /** Notes a known field by its bit; own fields use the bits from 8 on. */
    final void first(int bit) throws IOException {
        if ((seen & bit) != 0) {
            throw cursor.refuse("json.duplicate.key", recordName(), parser.currentName(), "The record has the field \""
                + parser.currentName() + "\" twice. Which one is meant cannot be known: remove one.");
        }
        seen |= bit;
    }

    private int reference(Ids ids, String field) throws IOException {
        JsonToken token = parser.nextToken();
        switch (token) {
            case VALUE_NUMBER_INT -> {
                if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                    return ids.number(parser.getLongValue());
                }
            }
            case VALUE_NUMBER_FLOAT -> {
                double value = cursor.number();
                if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
                    warning("coco.id.float", "The " + field + " has a decimal point; it was read as a whole number.");
                    return ids.number((long) value);
                }
            }
            case VALUE_STRING -> {
                return ids.number(parser.getText());
            }
            default -> {
                // no id
            }
        }
        problem("coco." + field + ".type", "The " + field + " must be a whole number of at most 64 bits, or a text.");
        cursor.skip();
        return MISSING;
    }

    private boolean readBox() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem("coco.bbox.type", "A bbox must be an array of x, y, width and height.");
            cursor.skip();
            return false;
        }
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            double value = boxNumber(token);
            if (count < 4) {
                box[count] = value;
            }
            count++;
        }
        if (count == 0 && problem == null) {
            return false;
        }
        if (count != 4) {
            problem("coco.bbox.length", "A bbox must have 4 numbers: x, y, width and height; this one has " + count + ".");
            return false;
        }
        return true;
    }

    private double boxNumber(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = cursor.number();
            if (Double.isNaN(value)) {
                problem("coco.bbox.finite", "A number of the bbox is not finite.");
            }
            return value;
        }
        if (token == JsonToken.VALUE_STRING) {
            double value = Numbers.parse(parser.getText().strip());
            if (Double.isFinite(value)) {
                warning("coco.bbox.text", "A number of the bbox is written as text; it was read as a number.");
                return value;
            }
        }
        problem("coco.bbox.number", "Every entry of a bbox must be a number.");
        cursor.skip();
        return Double.NaN;
    }

    /** What every kind of record must have. */
    final void checkCommon() {
        if (image == MISSING) {
            problem("coco.image_id.missing", "The record has no image_id.");
        }
        if (category == MISSING) {
            problem("coco.category_id.missing", "The record has no category_id.");
        }
        if (!hasBox && !hasSegmentation) {
            problem("coco.bbox.missing", "The record has no bbox.");
        }
        if (hasBox) {
            checkSize();
        }
    }

    private void checkSize() {
        if (box[2] < 0 || box[3] < 0) {
            problem("coco.bbox.negative", "Width and height of a bbox must not be negative: " + box[2] + " x " + box[3] + ".");
        } else if (box[2] == 0 || box[3] == 0) {
            warnAt("coco.bbox.empty", "", "The box has no area; it was imported.");
        }
    }

    /** Whether the record cannot be imported. */
    final boolean bad() {
        return problem != null;
    }

    /** Reports why this record was set aside. */
    final void reportProblem() {
        log.addAt(Severity.QUARANTINED, problem, problemLine, problemColumn, begin, pointer(), recordName(), problemValue,
            problemText);
    }

    /** The record cannot be imported because of the current token. */
    final void problem(String code, String text) {
        if (problem == null) {
            problem = code;
            boolean inside = parser.currentToken() != JsonToken.END_OBJECT;
            problemLine = inside ? cursor.line() : 0;
            problemColumn = inside ? cursor.column() : 0;
            problemValue = inside ? currentText() : "";
            problemText = text + " The record was set aside.";
        }
    }

    final void warning(String code, String text) {
        warned = true;
        log.addAt(Severity.WARNING, code, cursor.line(), cursor.column(), begin, pointer(), recordName(), currentText(), text);
    }

    final void warnAt(String code, String value, String text) {
        warned = true;
        log.addAt(Severity.WARNING, code, 0, 0, begin, pointer(), recordName(), value, text);
    }

    private String currentText() {
        try {
            return cursor.shown();
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
