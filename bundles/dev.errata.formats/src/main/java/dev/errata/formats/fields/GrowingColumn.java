package dev.errata.formats.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.formats.text.Numbers;

/**
 * A column while it is filled. Each text is kept once; when many different ones are all numbers they are kept as numbers
 * instead.
 */
final class GrowingColumn {

    private static final int MANY = 4_096;
    /** So many different texts are names of things, which nobody filters by; keeping them would take much memory. */
    private static final int MOST = 500_000;

    private List<String> texts = new ArrayList<>();
    private Map<String, Integer> codeOf = new HashMap<>();
    private int[] codes = new int[0];
    /** Null while texts are kept. */
    private double[] numbers;
    private int size;
    private boolean tried;
    private boolean overflown;

    void put(int row, String value) {
        if (overflown) {
            return;
        }
        if (numbers != null) {
            double number = FieldValue.number(FieldType.NUMBER, value);
            if (!Double.isNaN(number)) {
                numbers = grown(numbers, row);
                numbers[row] = number;
                size = Math.max(size, row + 1);
                return;
            }
            toTexts();
        }
        Integer code = codeOf.get(value);
        if (code == null) {
            code = texts.size();
            texts.add(value);
            codeOf.put(value, code);
        }
        if (row >= codes.length) {
            int before = codes.length;
            codes = Arrays.copyOf(codes, capacity(row, before));
            Arrays.fill(codes, before, codes.length, FieldColumn.MISSING);
        }
        codes[row] = code;
        size = Math.max(size, row + 1);
        if (texts.size() == MANY && !tried && FieldValue.type(texts) == FieldType.NUMBER) {
            toNumbers();
        } else if (texts.size() > MOST) {
            overflown = true;
            forget();
        }
    }

    private static int capacity(int row, int before) {
        return Math.max(row + 1, Math.max(64, before + (before >> 1)));
    }

    private static double[] grown(double[] values, int row) {
        if (row < values.length) {
            return values;
        }
        double[] copy = Arrays.copyOf(values, capacity(row, values.length));
        Arrays.fill(copy, values.length, copy.length, Double.NaN);
        return copy;
    }

    private void toNumbers() {
        numbers = numbers(FieldType.NUMBER);
        forget();
    }

    private void forget() {
        texts = new ArrayList<>();
        codeOf = new HashMap<>();
        codes = new int[0];
    }

    private double[] numbers(FieldType type) {
        double[] ofCode = texts.stream().mapToDouble(text -> FieldValue.number(type, text)).toArray();
        double[] values = new double[size];
        for (int row = 0; row < size; row++) {
            values[row] = codes[row] < 0 ? Double.NaN : ofCode[codes[row]];
        }
        return values;
    }

    /** One value is no number after all: the numbers become texts again, in their shortest form. */
    private void toTexts() {
        double[] values = Arrays.copyOf(numbers, size);
        numbers = null;
        tried = true;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                put(row, Numbers.format(values[row], false));
            }
        }
    }

    boolean overflown() {
        return overflown;
    }

    FieldColumn column(String name) {
        if (numbers != null) {
            return FieldColumn.ofNumbers(name, FieldType.NUMBER, Arrays.copyOf(numbers, size));
        }
        FieldType type = FieldValue.type(texts);
        return type == FieldType.NUMBER || type == FieldType.DATE ? FieldColumn.ofNumbers(name, type, numbers(type))
            : FieldColumn.ofTexts(name, type, texts, Arrays.copyOf(codes, size));
    }
}
