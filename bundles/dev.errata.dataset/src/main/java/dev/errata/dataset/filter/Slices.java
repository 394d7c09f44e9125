package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.errata.dataset.filter.Field.Owner;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Selection;
import dev.errata.engine.matching.Partner;

/**
 * What an evaluation counts, value by value of a field: each pair and each single is in one slice, by what is known of its
 * image, of its label or of its prediction. A slice counts as much as its filter selects.
 */
public final class Slices {

    private static final int MOST = 50;

    private final Evaluation evaluation;
    private final Field field;
    private final Selection selection;
    private final Compared of;
    private final Buckets buckets;
    /** Labels, predictions, matched and agreed by bucket; the last two are of rows without a value and of no row at all. */
    private long[][] counts;

    private Slices(Evaluation evaluation, Field field, Selection selection) {
        this.evaluation = evaluation;
        this.field = field;
        this.selection = selection;
        of = new Compared(evaluation.annotations(), evaluation.predictions());
        buckets = new Buckets(field, of);
        counts = new long[buckets.size() + 2][4];
    }

    /**
     * Counts what the evaluation selects. The caller sees to it that nobody changes it meanwhile.
     *
     * @return see the method below
     */
    public static List<Slice> of(Evaluation evaluation, Field field) {
        return of(evaluation, field, evaluation.selection());
    }

    /**
     * Counts what a selection includes, whatever the evaluation selects.
     *
     * @return texts by falling number of objects, numbers and dates rising; the missing and what has no such object at the end
     */
    public static List<Slice> of(Evaluation evaluation, Field field, Selection selection) {
        Slices slices = new Slices(evaluation, field, selection);
        for (int image = 0; image < slices.of.annotations().imageCount(); image++) {
            slices.labels(image);
            slices.predictions(image);
        }
        return slices.slices();
    }

    private void labels(int image) {
        for (int row = of.annotations().begin(image); row < of.annotations().end(image); row++) {
            int partner = evaluation.predictionOf(row);
            if (partner == Partner.IGNORED || !selection.includes(image, row, partner)) {
                continue;
            }
            long[] counted = counts(image, row, partner);
            counted[0]++;
            if (partner >= 0) {
                counted[2]++;
                counted[3] += evaluation.rules().agree(of.annotations().label(row), of.predictions().label(partner)) ? 1 : 0;
            }
        }
    }

    private void predictions(int image) {
        for (int row = of.predictions().begin(image); row < of.predictions().end(image); row++) {
            int partner = evaluation.annotationOf(row);
            if (partner >= Partner.UNMATCHED && selection.includes(image, partner, row)) {
                counts(image, partner, row)[1]++;
            }
        }
    }

    private long[] counts(int image, int annotation, int prediction) {
        int row = field.owner() == Owner.IMAGE ? image : field.owner() == Owner.LABEL ? annotation : prediction;
        if (row < 0) {
            return counts[counts.length - 1];
        }
        int bucket = buckets.of(row);
        if (buckets.size() + 2 > counts.length) {
            // somebody changed a label to a value that is not in the file
            long[][] more = new long[buckets.size() + 2][];
            System.arraycopy(counts, 0, more, 0, counts.length - 2);
            System.arraycopy(counts, counts.length - 2, more, more.length - 2, 2);
            Arrays.setAll(more, i -> more[i] == null ? new long[4] : more[i]);
            counts = more;
        }
        return counts[bucket < 0 ? counts.length - 2 : bucket];
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            add(slices, buckets.name(bucket), buckets.filter(bucket), counts[bucket]);
        }
        if (buckets.isText()) {
            slices.sort(Comparator.comparingLong((Slice slice) -> -slice.labels() - slice.predictions())
                .thenComparing(Slice::value));
            shorten(slices);
        }
        add(slices, "(missing)", Filter.quoted(field.fullName()) + " is missing", counts[counts.length - 2]);
        add(slices, field.owner() == Owner.LABEL ? "(without a label)" : "(without a prediction)", null,
            counts[counts.length - 1]);
        return List.copyOf(slices);
    }

    private static void add(List<Slice> slices, String name, String filter, long[] counted) {
        if (counted[0] + counted[1] > 0) {
            slices.add(new Slice(name, filter, counted[0], counted[1], counted[2], counted[3]));
        }
    }

    private static void shorten(List<Slice> slices) {
        if (slices.size() > MOST) {
            List<Slice> rest = List.copyOf(slices.subList(MOST, slices.size()));
            slices.subList(MOST, slices.size()).clear();
            slices.add(new Slice("(" + rest.size() + " other values)", null, rest.stream().mapToLong(Slice::labels).sum(),
                rest.stream().mapToLong(Slice::predictions).sum(), rest.stream().mapToLong(Slice::matched).sum(),
                rest.stream().mapToLong(Slice::agreed).sum()));
        }
    }
}
