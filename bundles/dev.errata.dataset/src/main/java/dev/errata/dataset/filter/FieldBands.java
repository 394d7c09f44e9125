package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.errata.formats.fields.FieldType;

/**
 * Sorts the rows of a field into few bands, each of which can have a colour: the most frequent texts, or ranges of numbers.
 * Made once: a value that comes up later is one of the less frequent. Safe for many threads.
 */
public final class FieldBands {

    /** So many bands at most. */
    public static final int MOST = 8;
    /** The band of what has no value. */
    public static final int NONE = -1;

    private final Field field;
    private final Compared of;
    private final Buckets buckets;
    private final int[] bandOf;
    /** The band of the less frequent; {@link #NONE} where all have their own. */
    private final int rest;
    private final List<String> names;

    private FieldBands(Field field, Compared of, Buckets buckets, int[] bandOf, int rest, List<String> names) {
        this.field = field;
        this.of = of;
        this.buckets = buckets;
        this.bandOf = bandOf;
        this.rest = rest;
        this.names = List.copyOf(names);
    }

    /**
     * Looks at all values. The caller sees to it that nobody changes them meanwhile.
     *
     * @param rest how the band of the less frequent texts is called
     */
    public static FieldBands of(Field field, Compared of, String rest) {
        Buckets buckets = new Buckets(field, of, MOST);
        long[] counts = new long[buckets.size()];
        for (int image = 0; image < of.annotations().imageCount(); image++) {
            int end = Buckets.end(field.owner(), of, image);
            for (int row = Buckets.begin(field.owner(), of, image); row < end; row++) {
                int bucket = buckets.of(row);
                counts = bucket < counts.length ? counts : Arrays.copyOf(counts, buckets.size());
                if (bucket >= 0) {
                    counts[bucket]++;
                }
            }
        }
        return of(field, of, buckets, counts, rest);
    }

    private static FieldBands of(Field field, Compared of, Buckets buckets, long[] counts, String rest) {
        List<Integer> used = IntStream.range(0, counts.length).filter(bucket -> counts[bucket] > 0).boxed()
            .sorted((one, other) -> field.type() == FieldType.TEXT ? Long.compare(counts[other], counts[one]) : 0).toList();
        boolean all = used.size() <= MOST;
        List<Integer> own = all ? used : used.subList(0, MOST - 1);
        int others = all ? NONE : MOST - 1;
        int[] bandOf = new int[counts.length];
        Arrays.fill(bandOf, others);
        List<String> names = new ArrayList<>();
        for (int bucket : own) {
            bandOf[bucket] = names.size();
            names.add(buckets.name(bucket));
        }
        if (!all) {
            names.add(rest);
        }
        return new FieldBands(field, of, buckets, bandOf, others, names);
    }

    public Field field() {
        return field;
    }

    /** What the bands are, in order. */
    public List<String> names() {
        return names;
    }

    /** Whether the bands follow one another, as numbers and dates do. */
    public boolean isOrdered() {
        return field.type() == FieldType.NUMBER || field.type() == FieldType.DATE;
    }

    /** The band of a row; {@link #NONE} where it has none, or is no row. The caller holds the dataset's read lock. */
    public synchronized int band(int row) {
        int bucket = row < 0 ? NONE : buckets.of(row);
        if (bucket < 0) {
            return NONE;
        }
        return bucket < bandOf.length ? bandOf[bucket] : rest;
    }

    /** The number of a row, of a field whose bands are ordered; NaN where it has none. The caller holds the read lock. */
    public double number(int row) {
        return row < 0 ? Double.NaN : field.number(of, row);
    }

    /** As a person reads it. */
    public String shown(double number) {
        return NumberField.shown(field.type(), number);
    }
}
