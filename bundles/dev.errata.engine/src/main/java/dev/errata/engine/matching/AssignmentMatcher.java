package dev.errata.engine.matching;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

import dev.errata.engine.IndexSort;
import dev.errata.engine.columns.ImageColumns;

/**
 * CVAT's matching: the assignment with the largest sum of IoU among pairs that reach the threshold, first of the same class,
 * then of any class among what is left. Of assignments with equal sums it is the one that CVAT finds: who gets no partner
 * takes a place all the same, and what is left comes in the order of these places.
 */
final class AssignmentMatcher implements ImageMatcher {

    private static final double NO_PAIR = 1;

    private final Matches matches;
    private final PairBuffer pairs = new PairBuffer();
    private final IndexSort sort = new IndexSort();

    AssignmentMatcher(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void match(int image, int[] candidates) {
        if (candidates[0] + candidates[1] == 0) {
            return;
        }
        int[] labels = free(matches.annotations(), image, row -> matches.predictionOf(row) == Partner.UNMATCHED);
        int[] found = free(matches.predictions(), image, matches::free);
        int sameClassEnd = Candidates.HEADER + 2 * candidates[0];
        int first = matches.predictions().begin(image);
        int[] left = assign(labels, found, first, candidates, sameClassEnd);
        labels = Arrays.stream(labels).filter(row -> matches.predictionOf(row) == Partner.UNMATCHED).toArray();
        assign(labels, left, first, candidates, sameClassEnd + 2 * candidates[1]);
    }

    /** The free rows of an image in the order of their file. */
    private int[] free(ImageColumns columns, int image, IntPredicate isFree) {
        int begin = columns.begin(image);
        int count = columns.end(image) - begin;
        double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = columns.position(begin + i);
        }
        int[] order = new int[count];
        sort.ascending(positions, order, count);
        return Arrays.stream(order).map(i -> begin + i).filter(isFree).toArray();
    }

    /**
     * Matches labels with predictions by the candidates up to an end.
     *
     * @param first the row of the image's first prediction
     * @return the predictions that are left, in the order in which CVAT looks at them next
     */
    private int[] assign(int[] labels, int[] found, int first, int[] candidates, int end) {
        loadPairs(first, candidates, end);
        if (pairs.count == 0) {
            return found;
        }
        IntUnaryOperator labelPlace = places(labels);
        IntUnaryOperator foundPlace = places(found);
        pairs.unsorted();
        pairs.sortBy(i -> labelPlace.applyAsInt(pairs.annotation[i]));
        int[] pairsBegin = new int[labels.length + 1];
        for (int i = 0; i < pairs.count; i++) {
            pairsBegin[labelPlace.applyAsInt(pairs.annotation[i]) + 1]++;
        }
        for (int label = 0; label < labels.length; label++) {
            pairsBegin[label + 1] += pairsBegin[label];
        }
        int[] labelOf = Assignment.rowOfEachColumn(labels.length, Math.max(labels.length, found.length), (label, into) -> {
            Arrays.fill(into, NO_PAIR);
            for (int k = pairsBegin[label]; k < pairsBegin[label + 1]; k++) {
                int pair = pairs.order[k];
                into[foundPlace.applyAsInt(pairs.prediction[pair])] = NO_PAIR - pairs.iou[pair];
            }
        });
        matchAssigned(labels, found, foundPlace, labelOf);
        return left(labels.length, found, labelOf);
    }

    private void loadPairs(int first, int[] candidates, int end) {
        pairs.clear();
        for (int i = Candidates.HEADER; i < end; i += 2) {
            int found = Candidates.prediction(candidates[i + 1], first);
            if (matches.mayReach(candidates[i + 1]) && matches.bothFree(candidates[i], found)) {
                double iou = matches.iou(candidates[i], found);
                if (matches.reaches(iou)) {
                    pairs.add(candidates[i], found, iou);
                }
            }
        }
    }

    /** Tells where a row stands among rows of one image. */
    private static IntUnaryOperator places(int[] rows) {
        int first = Arrays.stream(rows).min().orElseThrow();
        int[] places = new int[Arrays.stream(rows).max().orElseThrow() - first + 1];
        for (int place = 0; place < rows.length; place++) {
            places[rows[place] - first] = place;
        }
        return row -> places[row - first];
    }

    private void matchAssigned(int[] labels, int[] found, IntUnaryOperator foundPlace, int[] labelOf) {
        for (int i = 0; i < pairs.count; i++) {
            int label = labelOf[foundPlace.applyAsInt(pairs.prediction[i])];
            if (label != Assignment.FREE && labels[label] == pairs.annotation[i]) {
                matches.pair(pairs.annotation[i], pairs.prediction[i]);
            }
        }
    }

    /** The predictions without a label: first those of the places that labels without a prediction took. */
    private int[] left(int labelCount, int[] found, int[] labelOf) {
        int[] ofLabel = new int[labelCount];
        for (int column = 0; column < labelOf.length; column++) {
            if (labelOf[column] != Assignment.FREE) {
                ofLabel[labelOf[column]] = column;
            }
        }
        int[] left = new int[found.length];
        int count = 0;
        for (int column : ofLabel) {
            if (column < found.length && matches.free(found[column])) {
                left[count++] = found[column];
            }
        }
        for (int column = 0; column < found.length; column++) {
            if (labelOf[column] == Assignment.FREE) {
                left[count++] = found[column];
            }
        }
        return Arrays.copyOf(left, count);
    }
}
