package dev.errata.engine.evaluation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import dev.errata.engine.IndexSort;

/**
 * CVAT's matching: the assignment with the largest sum of IoU among pairs that reach the threshold, first of the same class,
 * then of any class among what is left. Each connected group of overlapping boxes is assigned on its own.
 */
final class AssignmentMatcher implements ImageMatcher {

    private final Matches matches;
    private final PairBuffer pairs = new PairBuffer();
    private final IndexSort sort = new IndexSort();

    AssignmentMatcher(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void match(int image, int[] candidates) {
        assign(image, candidates, true);
        assign(image, candidates, false);
    }

    private void assign(int image, int[] candidates, boolean sameClassOnly) {
        pairs.clear();
        int end = Candidates.HEADER + 2 * (candidates[0] + (sameClassOnly ? 0 : candidates[1]));
        for (int i = Candidates.HEADER; i < end; i += 2) {
            if (matches.bothFree(candidates[i], candidates[i + 1])) {
                double iou = matches.iou(candidates[i], candidates[i + 1]);
                if (matches.reaches(iou)) {
                    pairs.add(candidates[i], candidates[i + 1], iou);
                }
            }
        }
        if (pairs.count == 0) {
            return;
        }
        int annotationBegin = matches.annotations.begin(image);
        int predictionBegin = matches.predictions.begin(image);
        int annotationCount = matches.annotations.end(image) - annotationBegin;
        int predictionCount = matches.predictions.end(image) - predictionBegin;
        int[] group = groups(annotationBegin, annotationCount, predictionBegin, predictionCount);
        pairs.unsorted();
        pairs.sortBy(i -> group[pairs.annotation[i] - annotationBegin]);
        int begin = 0;
        for (int k = 1; k <= pairs.count; k++) {
            if (k == pairs.count || groupOf(group, annotationBegin, k) != groupOf(group, annotationBegin, begin)) {
                assignGroup(begin, k);
                begin = k;
            }
        }
    }

    private int groupOf(int[] group, int annotationBegin, int place) {
        return group[pairs.annotation[pairs.order[place]] - annotationBegin];
    }

    /** The root of each annotation's connected group. */
    private int[] groups(int annotationBegin, int annotationCount, int predictionBegin, int predictionCount) {
        int[] parent = new int[annotationCount + predictionCount];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < pairs.count; i++) {
            int one = root(parent, pairs.annotation[i] - annotationBegin);
            int other = root(parent, annotationCount + pairs.prediction[i] - predictionBegin);
            parent[other] = one;
        }
        int[] group = new int[annotationCount];
        for (int i = 0; i < annotationCount; i++) {
            group[i] = root(parent, i);
        }
        return group;
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void assignGroup(int begin, int end) {
        if (end - begin == 1) {
            int pair = pairs.order[begin];
            matches.pair(pairs.annotation[pair], pairs.prediction[pair]);
            return;
        }
        // in file order, so that of assignments with equal sums always the same one is found
        int[] rows = inFileOrder(begin, end, pairs.annotation, matches.annotations::position);
        int[] columns = inFileOrder(begin, end, pairs.prediction, matches.predictions::position);
        int size = Math.max(rows.length, columns.length);
        double[][] cost = new double[size][size];
        for (int k = begin; k < end; k++) {
            int pair = pairs.order[k];
            int row = place(rows, pairs.annotation[pair], matches.annotations::position);
            cost[row][place(columns, pairs.prediction[pair], matches.predictions::position)] = -pairs.iou[pair];
        }
        int[] assigned = Assignment.columnOfEachRow(cost);
        for (int row = 0; row < rows.length; row++) {
            int column = assigned[row];
            if (column < columns.length && cost[row][column] < 0) {
                matches.pair(rows[row], columns[column]);
            }
        }
    }

    /** The different objects of a group's pairs, sorted by their position. */
    private int[] inFileOrder(int begin, int end, int[] values, IntUnaryOperator position) {
        int count = end - begin;
        double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = position.applyAsInt(values[pairs.order[begin + i]]);
        }
        int[] order = new int[count];
        sort.ascending(positions, order, count);
        int[] objects = new int[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int object = values[pairs.order[begin + order[i]]];
            if (kept == 0 || object != objects[kept - 1]) {
                objects[kept++] = object;
            }
        }
        return Arrays.copyOf(objects, kept);
    }

    /** Where an object stands among objects sorted by their position, no two of which are equal. */
    private static int place(int[] objects, int object, IntUnaryOperator position) {
        int low = 0;
        int high = objects.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position.applyAsInt(objects[middle]) < position.applyAsInt(object)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
