package dev.errata.ui.matrix.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** In which order the classes stand along both axes of the matrix, and which are left out. The background is always last. */
public final class ClassOrder {

    /** By position. */
    private final int[] labels;
    /** By class; -1 where it is left out. */
    private final int[] positions;

    private ClassOrder(int size, int[] labels) {
        this.labels = labels;
        positions = new int[size];
        Arrays.fill(positions, -1);
        for (int position = 0; position < labels.length; position++) {
            positions[labels[position]] = position;
        }
    }

    /** All classes as they are in the labels, and the background. */
    public static ClassOrder all(int size) {
        return new ClassOrder(size, IntStream.range(0, size).toArray());
    }

    /**
     * The order that a person wants.
     *
     * @param always classes that are not left out whatever they are
     */
    public static ClassOrder of(MatrixModel model, MatrixOptions options, BitSet always) {
        if (!options.byMismatches() && !options.onlyMismatched()) {
            return all(model.size());
        }
        long[] mismatches = mismatches(model);
        IntStream shown = IntStream.range(0, model.background())
            .filter(label -> !options.onlyMismatched() || mismatches[label] > 0 || always.get(label));
        int[] labels = !options.byMismatches() ? shown.toArray()
            : shown.boxed().sorted((one, other) -> Long.compare(mismatches[other], mismatches[one]))
                .mapToInt(Integer::intValue).toArray();
        int[] all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = model.background();
        return new ClassOrder(model.size(), all);
    }

    /** How many objects of each class were labelled or predicted as another one, missed or invented. */
    private static long[] mismatches(MatrixModel model) {
        long[] mismatches = new long[model.size()];
        for (int i = 0; i < model.filledCount(); i++) {
            int row = model.filledCell(i) / model.size();
            int column = model.filledCell(i) % model.size();
            if (!model.agrees(row, column)) {
                mismatches[row] += model.count(row, column);
                mismatches[column] += model.count(row, column);
            }
        }
        return mismatches;
    }

    /** Whether a class is left out that is no longer without mismatches. */
    public boolean lacks(MatrixModel model) {
        if (labels.length == positions.length) {
            return false;
        }
        long[] mismatches = mismatches(model);
        return IntStream.range(0, positions.length).anyMatch(label -> positions[label] < 0 && mismatches[label] > 0);
    }

    /** The rows, and columns, that are shown, background included. */
    public int count() {
        return labels.length;
    }

    /** The classes that are left out. */
    public int hidden() {
        return positions.length - labels.length;
    }

    /** The class at a position, or the background. */
    public int label(int position) {
        return labels[position];
    }

    /** The position of a class; -1 where it is left out. */
    public int position(int label) {
        return positions[label];
    }

    /** Whether a cell is shown. */
    public boolean shows(ClassPair pair) {
        return positions[pair.groundTruth()] >= 0 && positions[pair.predicted()] >= 0;
    }
}
