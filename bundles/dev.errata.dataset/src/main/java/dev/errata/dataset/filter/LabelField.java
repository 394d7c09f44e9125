package dev.errata.dataset.filter;

import java.util.List;

import dev.errata.formats.fields.FieldColumn;
import dev.errata.formats.fields.FieldType;
import dev.errata.formats.fields.FieldValue;

/**
 * A field of labels: as the label file has it, and over that what people changed.
 *
 * @param column by position of the record; labels that were added stand behind its end
 */
record LabelField(String name, FieldColumn column, LabelEdits edits) implements Field {

    @Override
    public Owner owner() {
        return Owner.LABEL;
    }

    @Override
    public FieldType type() {
        return column.type();
    }

    @Override
    public List<String> texts() {
        return column.texts();
    }

    @Override
    public int code(Compared of, int row) {
        if (!isEdited(of, row)) {
            return column.code(of.annotations().position(row));
        }
        String text = edits.text(of, row, column.name());
        return text == null ? MISSING : OTHER;
    }

    @Override
    public double number(Compared of, int row) {
        if (!isEdited(of, row)) {
            return column.number(of.annotations().position(row));
        }
        String text = edits.text(of, row, column.name());
        return text == null ? Double.NaN : FieldValue.number(type(), text);
    }

    @Override
    public String text(Compared of, int row) {
        if (!isEdited(of, row)) {
            return column.text(of.annotations().position(row));
        }
        return edits.text(of, row, column.name());
    }

    private boolean isEdited(Compared of, int row) {
        return edits.has(of, row, column.name());
    }
}
