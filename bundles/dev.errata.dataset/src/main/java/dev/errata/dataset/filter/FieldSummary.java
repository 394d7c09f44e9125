package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.errata.formats.fields.FieldType;

/**
 * What values a field has.
 *
 * @param total how many images, labels or predictions there are
 * @param present how many of them have a value
 * @param distinct how many different values there are
 * @param frequent the most frequent values with their counts, most frequent first; empty where no value occurs twice, and of
 *        measured numbers
 * @param least of numbers and dates the smallest value as text, else null
 * @param greatest of numbers and dates the greatest value as text, else null
 */
public record FieldSummary(long total, long present, long distinct, List<Value> frequent, String least, String greatest) {

    /** So many different numbers are measured, not chosen. */
    private static final int MEASURED = 100;

    /** A value and how often it occurs. */
    public record Value(String text, long count) {
    }

    /**
     * Counts the values of a field.
     *
     * @param most how many of the most frequent values are wanted
     */
    public static FieldSummary of(Field field, Compared of, int most) {
        return field.type() == FieldType.NUMBER || field.type() == FieldType.DATE ? numbers(field, of, most)
            : texts(field, of, most);
    }

    private static FieldSummary texts(Field field, Compared of, int most) {
        Buckets buckets = new Buckets(field, of);
        long[] counts = new long[buckets.size()];
        long total = 0;
        long present = 0;
        for (int image = 0; image < of.annotations().imageCount(); image++) {
            int end = Buckets.end(field.owner(), of, image);
            for (int row = Buckets.begin(field.owner(), of, image); row < end; row++) {
                int bucket = buckets.of(row);
                counts = bucket < counts.length ? counts : Arrays.copyOf(counts, buckets.size());
                total++;
                if (bucket >= 0) {
                    present++;
                    counts[bucket]++;
                }
            }
        }
        List<Value> values = new ArrayList<>();
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                values.add(new Value(buckets.name(bucket), counts[bucket]));
            }
        }
        return new FieldSummary(total, present, values.size(), frequent(values, most), null, null);
    }

    private static FieldSummary numbers(Field field, Compared of, int most) {
        long total = 0;
        for (int image = 0; image < of.annotations().imageCount(); image++) {
            total += Buckets.end(field.owner(), of, image) - Buckets.begin(field.owner(), of, image);
        }
        double[] sorted = Buckets.sorted(field, of);
        List<Value> values = new ArrayList<>();
        long distinct = 0;
        for (int begin = 0, end = 0; begin < sorted.length; begin = end) {
            while (end < sorted.length && sorted[end] == sorted[begin]) {
                end++;
            }
            distinct++;
            if (end - begin > 1) {
                values.add(new Value(NumberField.shown(field.type(), sorted[begin]), end - begin));
            }
        }
        return new FieldSummary(total, sorted.length, distinct, distinct > MEASURED ? List.of() : frequent(values, most),
            sorted.length == 0 ? null : NumberField.shown(field.type(), sorted[0]),
            sorted.length == 0 ? null : NumberField.shown(field.type(), sorted[sorted.length - 1]));
    }

    private static List<Value> frequent(List<Value> values, int most) {
        return values.stream().anyMatch(value -> value.count() > 1)
            ? values.stream().sorted(Comparator.comparingLong(Value::count).reversed()).limit(most).toList() : List.of();
    }
}
