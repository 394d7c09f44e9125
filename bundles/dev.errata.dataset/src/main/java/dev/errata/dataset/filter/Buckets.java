package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.errata.dataset.filter.Field.Owner;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.fields.FieldType;

/** Sorts the rows of a field by value; many different numbers into ranges that hold about as many rows each. */
final class Buckets {

    private static final int FEW = 12;
    private static final int RANGES = 5;
    private static final double DAY = 86_400_000;

    private final Field field;
    private final Compared of;
    /** Of numbers and dates: where each bucket begins; the first begins anywhere below. */
    private final double[] begins;
    private final boolean ranges;
    private final List<String> texts;
    /** By text: two codes may have one text. */
    private final Map<String, Integer> bucketOf = new HashMap<>();
    private final int[] bucketOfCode;
    private final boolean times;

    Buckets(Field field, Compared of) {
        this(field, of, FEW);
    }

    /** @param few so many different numbers at most have a bucket each */
    Buckets(Field field, Compared of, int few) {
        this.field = field;
        this.of = of;
        boolean numbers = field.type() == FieldType.NUMBER || field.type() == FieldType.DATE;
        double[] values = numbers ? sorted(field, of) : new double[0];
        double[] distinct = Arrays.stream(values).distinct().toArray();
        ranges = distinct.length > few;
        begins = ranges ? quantiles(values) : distinct;
        times = Arrays.stream(distinct).anyMatch(value -> value % DAY != 0);
        texts = new ArrayList<>();
        bucketOfCode = field.texts().stream().mapToInt(this::bucket).toArray();
    }

    /** All values that rows of the field have, rising. */
    static double[] sorted(Field field, Compared of) {
        double[] values = new double[16];
        int size = 0;
        for (int image = 0; image < of.annotations().imageCount(); image++) {
            int begin = begin(field.owner(), of, image);
            int end = end(field.owner(), of, image);
            for (int row = begin; row < end; row++) {
                double value = field.number(of, row);
                if (!Double.isNaN(value)) {
                    values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
                    values[size++] = value;
                }
            }
        }
        values = Arrays.copyOf(values, size);
        Arrays.parallelSort(values);
        return values;
    }

    /** The first of the rows that belong to an image. */
    static int begin(Owner owner, Compared of, int image) {
        AnnotationColumns labels = of.annotations();
        return switch (owner) {
            case IMAGE -> image;
            case LABEL -> labels.begin(image);
            case PREDICTION -> of.predictions() == null ? 0 : of.predictions().begin(image);
        };
    }

    /** One more than the last of the rows that belong to an image. */
    static int end(Owner owner, Compared of, int image) {
        return switch (owner) {
            case IMAGE -> image + 1;
            case LABEL -> of.annotations().end(image);
            case PREDICTION -> of.predictions() == null ? 0 : of.predictions().end(image);
        };
    }

    private static double[] quantiles(double[] values) {
        double[] edges = new double[RANGES];
        for (int i = 0; i < RANGES; i++) {
            edges[i] = values[(int) ((long) i * values.length / RANGES)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    /** The bucket of a row, or -1 where it has no value. More buckets may come with every call. */
    int of(int row) {
        if (field.type() == FieldType.TEXT || field.type() == FieldType.BOOLEAN) {
            int code = field.code(of, row);
            return code == Field.OTHER ? bucket(field.text(of, row)) : code < 0 ? -1 : bucketOfCode[code];
        }
        double value = field.number(of, row);
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(begins, value);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private int bucket(String text) {
        String key = field.type() == FieldType.BOOLEAN ? text.toLowerCase(Locale.ROOT) : text;
        Integer known = bucketOf.putIfAbsent(key, texts.size());
        if (known == null) {
            texts.add(key);
        }
        return known == null ? texts.size() - 1 : known;
    }

    boolean isText() {
        return field.type() == FieldType.TEXT;
    }

    int size() {
        return begins.length > 0 ? begins.length : texts.size();
    }

    /** For a person to read. */
    String name(int bucket) {
        if (begins.length == 0) {
            return texts.get(bucket);
        }
        String begin = NumberField.shown(field.type(), begins[bucket]);
        if (!ranges) {
            return begin;
        }
        return bucket == begins.length - 1 ? "from " + begin
            : begin + " to below " + NumberField.shown(field.type(), begins[bucket + 1]);
    }

    /** What selects the rows of a bucket. */
    String filter(int bucket) {
        String name = Filter.quoted(field.fullName());
        if (begins.length == 0) {
            return name + " = " + Filter.quoted(texts.get(bucket));
        }
        String begin = NumberField.shown(field.type(), begins[bucket]);
        if (!ranges) {
            // a day by itself would mean all of it
            boolean midnight = field.type() == FieldType.DATE && times && begins[bucket] % DAY == 0;
            return name + " = " + begin + (midnight ? "T00:00" : "");
        }
        String from = bucket == 0 ? "" : name + " >= " + begin;
        String to = bucket == begins.length - 1 ? "" : name + " < " + NumberField.shown(field.type(), begins[bucket + 1]);
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }
}
