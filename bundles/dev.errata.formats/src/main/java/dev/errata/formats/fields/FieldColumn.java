package dev.errata.formats.fields;

import java.util.Arrays;
import java.util.List;

import dev.errata.formats.text.Numbers;

/** The values of one field, row by row: numbers and dates as such, anything else as codes into a list of texts. Immutable. */
public final class FieldColumn {

    /** The code of a row that has no value. */
    public static final int MISSING = -1;

    private final String name;
    private final FieldType type;
    private final List<String> texts;
    private final int[] codes;
    private final double[] numbers;
    private final int present;

    private FieldColumn(String name, FieldType type, List<String> texts, int[] codes, double[] numbers) {
        this.name = name;
        this.type = type;
        this.texts = texts;
        this.codes = codes;
        this.numbers = numbers;
        present = (int) (codes == null ? Arrays.stream(numbers).filter(value -> !Double.isNaN(value)).count()
            : Arrays.stream(codes).filter(code -> code >= 0).count());
    }

    /** @param codes indexes of {@code texts}, or {@link #MISSING} */
    public static FieldColumn ofTexts(String name, FieldType type, List<String> texts, int[] codes) {
        if (type != FieldType.TEXT && type != FieldType.BOOLEAN) {
            throw new IllegalArgumentException("no texts: " + type);
        }
        return new FieldColumn(name, type, List.copyOf(texts), codes, null);
    }

    /** @param numbers of dates the milliseconds since 1970; NaN is missing */
    public static FieldColumn ofNumbers(String name, FieldType type, double[] numbers) {
        if (type != FieldType.NUMBER && type != FieldType.DATE) {
            throw new IllegalArgumentException("no numbers: " + type);
        }
        return new FieldColumn(name, type, List.of(), null, numbers);
    }

    public String name() {
        return name;
    }

    public FieldType type() {
        return type;
    }

    /** The number of rows; rows behind it have no value. */
    public int size() {
        return codes == null ? numbers.length : codes.length;
    }

    /** How many rows have a value. */
    public int present() {
        return present;
    }

    /** The values of a field of texts or truth values, by code; empty for numbers and dates. */
    public List<String> texts() {
        return texts;
    }

    /** The code of a row's text; {@link #MISSING} where it has none, and for numbers and dates. */
    public int code(int row) {
        return codes == null || row >= codes.length ? MISSING : codes[row];
    }

    /** A number, milliseconds since 1970 of a date, or 1 and 0 of a truth value; NaN where there is none. */
    public double number(int row) {
        if (numbers != null) {
            return row < numbers.length ? numbers[row] : Double.NaN;
        }
        int code = code(row);
        return code < 0 ? Double.NaN : FieldValue.number(type, texts.get(code));
    }

    /** As a person reads it; null where there is none. */
    public String text(int row) {
        if (numbers == null) {
            int code = code(row);
            return code < 0 ? null : texts.get(code);
        }
        double value = number(row);
        if (Double.isNaN(value)) {
            return null;
        }
        return type == FieldType.DATE ? FieldDates.text(value) : Numbers.format(value, false);
    }
}
