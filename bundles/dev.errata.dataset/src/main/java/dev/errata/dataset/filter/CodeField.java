package dev.errata.dataset.filter;

import java.util.List;

import dev.errata.formats.fields.FieldType;
import dev.errata.formats.fields.FieldValue;

/** A field of texts or truth values that has a code for each row. */
record CodeField(Owner owner, String name, FieldType type, List<String> texts, Codes codes) implements Field {

    /** Gives the code of a row. */
    interface Codes {
        int of(Compared of, int row);
    }

    static final List<String> NO_AND_YES = List.of("false", "true");

    @Override
    public int code(Compared of, int row) {
        return codes.of(of, row);
    }

    @Override
    public double number(Compared of, int row) {
        int code = code(of, row);
        return code < 0 ? Double.NaN : FieldValue.number(type, texts.get(code));
    }

    @Override
    public String text(Compared of, int row) {
        int code = code(of, row);
        return code < 0 ? null : texts.get(code);
    }
}
