package dev.errata.ui.matrix.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The mismatches that hold something, in an order. Immutable. */
public final class ConfusedPairs {

    /** What the pairs are sorted by. */
    public enum Order {
        /** Class names, A to Z. */
        GROUND_TRUTH,
        /** Class names, A to Z. */
        PREDICTED,
        /** Most objects first. */
        COUNT,
        /** Largest share of the row first. */
        SHARE
    }

    private final MatrixModel model;
    private final int[] cells;

    private ConfusedPairs(MatrixModel model, int[] cells) {
        this.model = model;
        this.cells = cells;
    }

    /**
     * Lists the pairs of a matrix.
     *
     * @param classes a pair is listed if either of its classes passes
     * @param background whether missed and invented objects are listed too
     * @param reversed whether the order is turned round
     */
    public static ConfusedPairs of(MatrixModel model, IntPredicate classes, boolean background, Order order,
        boolean reversed) {
        int size = model.size();
        int limit = background ? size : size - 1;
        boolean[] passes = new boolean[size];
        for (int i = 0; i < size; i++) {
            passes[i] = classes.test(i);
        }
        int[] found = new int[model.filledCount()];
        int length = 0;
        for (int i = 0; i < model.filledCount(); i++) {
            int cell = model.filledCell(i);
            int row = cell / size;
            int column = cell % size;
            if (!model.agrees(row, column) && row < limit && column < limit && (passes[row] || passes[column])) {
                found[length++] = cell;
            }
        }
        int[] sorted = stable(Arrays.copyOf(found, length), cell -> -clamped(model.count(cell / size, cell % size)));
        sorted = switch (order) {
            case COUNT -> sorted;
            case GROUND_TRUTH -> {
                int[] ranks = ranks(model);
                yield stable(sorted, cell -> ranks[cell / size]);
            }
            case PREDICTED -> {
                int[] ranks = ranks(model);
                yield stable(sorted, cell -> ranks[cell % size]);
            }
            case SHARE -> stable(sorted, cell -> -(int) (Integer.MAX_VALUE * model.rowShare(cell / size, cell % size)));
        };
        return new ConfusedPairs(model, reversed ? reversed(sorted) : sorted);
    }

    /**
     * Sorts cells by a key, smallest first; those with the same key keep their order. Sorting a hundred thousand objects
     * would hold up a slider, sorting as many primitive numbers does not.
     */
    private static int[] stable(int[] cells, IntUnaryOperator key) {
        long[] keys = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            keys[i] = (long) key.applyAsInt(cells[i]) << 32 | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            sorted[i] = cells[(int) keys[i]];
        }
        return sorted;
    }

    private static int[] reversed(int[] cells) {
        int[] reversed = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            reversed[i] = cells[cells.length - 1 - i];
        }
        return reversed;
    }

    private static int clamped(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** Where each class stands among the names from A to Z. */
    private static int[] ranks(MatrixModel model) {
        Integer[] order = new Integer[model.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(model::name, String.CASE_INSENSITIVE_ORDER));
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    public int count() {
        return cells.length;
    }

    public ClassPair pair(int index) {
        return new ClassPair(cells[index] / model.size(), cells[index] % model.size());
    }

    /** Where a pair stands, or -1. */
    public int indexOf(ClassPair pair) {
        int cell = pair.groundTruth() * model.size() + pair.predicted();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == cell) {
                return i;
            }
        }
        return -1;
    }

    /** The matrix that the pairs are of. */
    public MatrixModel model() {
        return model;
    }
}
