package dev.errata.dataset.filter;

import java.util.List;
import java.util.Locale;

import dev.errata.formats.fields.FieldType;

/** Something that is known of images, of labels or of predictions. Safe for many readers. */
public interface Field {

    /** The code of a row without a value. */
    int MISSING = -1;
    /** The code of a row whose text is not among {@link #texts}: somebody changed it. */
    int OTHER = -2;

    /** What a field is known of; the rows are indexes of images, or rows of the labels' or the run's columns. */
    enum Owner {
        IMAGE, LABEL, PREDICTION;

        /** As it stands in front of a name. */
        public String prefix() {
            return name().toLowerCase(Locale.ROOT) + ".";
        }
    }

    Owner owner();

    String name();

    FieldType type();

    /** The name with its owner in front, which is never ambiguous. */
    default String fullName() {
        return owner().prefix() + name();
    }

    /** The different values of a text or a truth value as the files have them; empty for numbers and dates. */
    List<String> texts();

    /** Index in {@link #texts}, {@link #MISSING} or {@link #OTHER}; not for numbers and dates. */
    int code(Compared of, int row);

    /** A number, milliseconds since 1970 of a date, or 1 and 0 of a truth value; NaN where there is none. */
    double number(Compared of, int row);

    /** As a person reads it; null where there is none. */
    String text(Compared of, int row);

    /** Whether a row has a value. */
    default boolean has(Compared of, int row) {
        return type() == FieldType.TEXT ? code(of, row) != MISSING : !Double.isNaN(number(of, row));
    }
}
