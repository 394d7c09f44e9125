package dev.errata.ui.matrix.model;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import dev.errata.dataset.VisibleText;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.matching.Thresholds;

/**
 * A confusion matrix as the view shows it: a copy that no re-match changes any more. Rows are ground-truth classes, columns
 * predicted classes; the last of each is the background.
 */
public final class MatrixModel {

    private final List<String> names;
    private final List<String> shownNames;
    private final MatrixFacts facts;
    private final int size;
    private final long[] counts;
    private final int[] filled;
    private final long[] rowTotals;
    private final long[] columnTotals;
    private final long total;
    private final double[] largestMismatch = new double[Normalisation.values().length];
    private final double[] largestMatch = new double[Normalisation.values().length];

    /**
     * Copies a matrix; the caller holds whatever lock keeps it still.
     *
     * @param names of the classes in order, and of the background
     */
    public MatrixModel(List<String> names, ConfusionMatrix matrix, MatrixFacts facts) {
        if (names.size() != matrix.classCount() + 1) {
            throw new IllegalArgumentException(names.size() + " names for " + matrix.classCount() + " classes and background");
        }
        this.names = List.copyOf(names);
        this.shownNames = this.names.stream().map(VisibleText::oneLine).toList();
        this.facts = facts;
        this.size = names.size();
        this.counts = new long[size * size];
        this.rowTotals = new long[size];
        this.columnTotals = new long[size];
        long sum = 0;
        int cells = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                long count = matrix.count(row, column);
                counts[row * size + column] = count;
                rowTotals[row] += count;
                columnTotals[column] += count;
                cells += count > 0 ? 1 : 0;
            }
            sum += rowTotals[row];
        }
        this.total = sum;
        this.filled = new int[cells];
        findFilled();
        findLargest();
    }

    private void findFilled() {
        int next = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                filled[next++] = cell;
            }
        }
    }

    private void findLargest() {
        for (int cell : filled) {
            int row = cell / size;
            int column = cell % size;
            double[] largest = agrees(row, column) ? largestMatch : largestMismatch;
            for (Normalisation normalisation : Normalisation.values()) {
                int i = normalisation.ordinal();
                largest[i] = Math.max(largest[i], value(row, column, normalisation));
            }
        }
    }

    /** The number of cells that hold something: at many classes a small part of all. */
    public int filledCount() {
        return filled.length;
    }

    /** The cell at a place among those that hold something, row by row: row times {@link #size} plus column. */
    public int filledCell(int index) {
        return filled[index];
    }

    /** The number of rows and of columns, background included. */
    public int size() {
        return size;
    }

    /** The index of the background row and column. */
    public int background() {
        return size - 1;
    }

    /** The name of a class or of the background, as it is safe to show. */
    public String name(int index) {
        return shownNames.get(index);
    }

    /** The names of the classes in order, and of the background, as they are. */
    public List<String> names() {
        return names;
    }

    /** What was evaluated, and how. */
    public MatrixFacts facts() {
        return facts;
    }

    public Thresholds thresholds() {
        return facts.thresholds();
    }

    public long count(int row, int column) {
        return counts[row * size + column];
    }

    public long count(ClassPair pair) {
        return count(pair.groundTruth(), pair.predicted());
    }

    public long rowTotal(int row) {
        return rowTotals[row];
    }

    public long columnTotal(int column) {
        return columnTotals[column];
    }

    public long total() {
        return total;
    }

    /** Part of the row's objects that are in the cell, 0 to 1; 0 in an empty row. */
    public double rowShare(int row, int column) {
        return rowTotals[row] == 0 ? 0 : (double) count(row, column) / rowTotals[row];
    }

    /** Part of the column's objects that are in the cell, 0 to 1; 0 in an empty column. */
    public double columnShare(int row, int column) {
        return columnTotals[column] == 0 ? 0 : (double) count(row, column) / columnTotals[column];
    }

    /** Whether label and model agree in a cell: on the diagonal, and where a person allowed the pair. */
    public boolean agrees(int row, int column) {
        return facts.rules().agree(row, column);
    }

    /** Pairs of different classes that count as right. */
    public long accepted() {
        return facts.rules().allowed().stream().mapToLong(pair -> count(pair.groundTruth(), pair.predicted())).sum();
    }

    /** Part of a class's annotations that the model found and named right, 0 to 1; 0 where there are none. */
    public double recall(int label) {
        return share(column -> agrees(label, column) ? count(label, column) : 0, rowTotals[label]);
    }

    /** Part of the predictions of a class that are right, 0 to 1; 0 where there are none. */
    public double precision(int label) {
        return share(row -> agrees(row, label) ? count(row, label) : 0, columnTotals[label]);
    }

    private double share(IntToLongFunction right, long all) {
        return all == 0 ? 0 : (double) IntStream.range(0, background()).mapToLong(right).sum() / all;
    }

    /** Harmonic mean of precision and recall, 0 to 1; 0 where the class is neither labelled nor predicted. */
    public double f1(int label) {
        double both = precision(label) + recall(label);
        return both == 0 ? 0 : 2 * precision(label) * recall(label) / both;
    }

    /** The number that a cell shows: a count, or a share from 0 to 1. */
    public double value(int row, int column, Normalisation normalisation) {
        return switch (normalisation) {
            case COUNTS -> count(row, column);
            case ROWS -> rowShare(row, column);
            case COLUMNS -> columnShare(row, column);
        };
    }

    /** The largest value of a mismatch. */
    public double largestMismatch(Normalisation normalisation) {
        return largestMismatch[normalisation.ordinal()];
    }

    /** The largest value on the diagonal, or of an allowed pair. */
    public double largestMatch(Normalisation normalisation) {
        return largestMatch[normalisation.ordinal()];
    }

    /** The largest mismatch; one of two classes comes before one with the background. Null if all are empty. */
    public ClassPair worst() {
        ClassPair worst = largestMismatch(size - 1);
        return worst != null ? worst : largestMismatch(size);
    }

    /** The largest mismatch in a row, or in a column; null if all are empty. */
    public ClassPair worst(int label, boolean row) {
        ClassPair worst = null;
        for (int other = 0; other < size; other++) {
            ClassPair pair = row ? new ClassPair(label, other) : new ClassPair(other, label);
            if (!agrees(pair.groundTruth(), pair.predicted()) && count(pair) > (worst == null ? 0 : count(worst))) {
                worst = pair;
            }
        }
        return worst;
    }

    private ClassPair largestMismatch(int limit) {
        int largest = -1;
        for (int cell : filled) {
            int row = cell / size;
            int column = cell % size;
            if (!agrees(row, column) && row < limit && column < limit && counts[cell] > (largest < 0 ? 0 : counts[largest])) {
                largest = cell;
            }
        }
        return largest < 0 ? null : new ClassPair(largest / size, largest % size);
    }

    /** No object is ever neither labelled nor predicted: this cell stays empty. */
    public boolean isImpossible(int row, int column) {
        return row == background() && column == background();
    }

    public boolean contains(ClassPair pair) {
        return pair.groundTruth() >= 0 && pair.groundTruth() < size && pair.predicted() >= 0 && pair.predicted() < size;
    }

    /** The objects labelled with a class, matched or not. */
    public long annotations() {
        return total - rowTotals[background()];
    }

    /** The predictions in the matrix, matched or not. */
    public long predictions() {
        return total - columnTotals[background()];
    }
}
