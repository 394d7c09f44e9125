package dev.errata.ui.matrix.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/** The cells off the diagonal that hold something, in an order. Immutable. */
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
        int[] found = new int[64];
        int length = 0;
        for (int row = 0; row < limit; row++) {
            for (int column = 0; column < limit; column++) {
                if (row != column && (passes[row] || passes[column]) && model.count(row, column) > 0) {
                    if (length == found.length) {
                        found = Arrays.copyOf(found, 2 * length);
                    }
                    found[length++] = row * size + column;
                }
            }
        }
        Comparator<Integer> comparator = comparator(model, order);
        if (reversed) {
            comparator = comparator.reversed();
        }
        int[] sorted = Arrays.stream(found, 0, length).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
        return new ConfusedPairs(model, sorted);
    }

    /** Ties are broken by count, then by position: the list is the same every time. */
    private static Comparator<Integer> comparator(MatrixModel model, Order order) {
        int size = model.size();
        Comparator<Integer> byCount = Comparator.comparingLong(cell -> -model.count(cell / size, cell % size));
        Comparator<Integer> first = switch (order) {
            case GROUND_TRUTH -> Comparator.comparing(cell -> model.name(cell / size), String.CASE_INSENSITIVE_ORDER);
            case PREDICTED -> Comparator.comparing(cell -> model.name(cell % size), String.CASE_INSENSITIVE_ORDER);
            case COUNT -> byCount;
            case SHARE -> Comparator.comparingDouble(cell -> -model.rowShare(cell / size, cell % size));
        };
        return first.thenComparing(byCount).thenComparing(Comparator.naturalOrder());
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
