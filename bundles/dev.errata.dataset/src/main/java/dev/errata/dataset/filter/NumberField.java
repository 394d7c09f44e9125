package dev.errata.dataset.filter;

import java.util.List;

import dev.errata.formats.fields.FieldDates;
import dev.errata.formats.fields.FieldType;
import dev.errata.formats.text.Numbers;

/** A field of numbers or dates. */
record NumberField(Owner owner, String name, FieldType type, Values values) implements Field {

    /** Gives the value of a row; NaN where it has none. */
    interface Values {
        double of(Compared of, int row);
    }

    @Override
    public List<String> texts() {
        return List.of();
    }

    @Override
    public int code(Compared of, int row) {
        return MISSING;
    }

    @Override
    public double number(Compared of, int row) {
        return values.of(of, row);
    }

    @Override
    public String text(Compared of, int row) {
        double value = number(of, row);
        return Double.isNaN(value) ? null : shown(type, value);
    }

    /** A value as it may stand in a filter. */
    static String shown(FieldType type, double value) {
        return type == FieldType.DATE ? FieldDates.text(value) : Numbers.format(value, false);
    }
}
