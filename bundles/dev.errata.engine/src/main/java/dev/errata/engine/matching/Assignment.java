package dev.errata.engine.matching;

import java.util.Arrays;

/**
 * The linear assignment problem by shortest augmenting paths, one row placed after another (Crouse, "On implementing 2D
 * rectangular assignment algorithms", 2016). Of columns that are equally near, a free one is taken before one that another row
 * would have to give up, and of those that nobody has left yet the one with the lowest index: so assignments of equal cost
 * are decided as SciPy's {@code linear_sum_assignment} decides them.
 */
final class Assignment {

    /** Stands for the row of a column that is free. */
    static final int FREE = -1;

    private final Costs costs;
    private final int columns;
    private final double[] cost;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] columnOf;
    private final int[] rowOf;
    /** By column, while a row is placed: how far it is, and the row before it on the way there. */
    private final double[] distance;
    private final int[] previous;
    /** The columns that are not reached yet, then those that are. */
    private final int[] open;

    /** What it costs to give a row each of the columns. */
    @FunctionalInterface
    interface Costs {

        /** Writes the finite cost of every column. */
        void of(int row, double[] into);
    }

    private Assignment(int rows, int columns, Costs costs) {
        this.costs = costs;
        this.columns = columns;
        cost = new double[columns];
        rowPotential = new double[rows];
        columnPotential = new double[columns];
        columnOf = new int[rows];
        rowOf = new int[columns];
        distance = new double[columns];
        previous = new int[columns];
        open = new int[columns];
        Arrays.fill(rowOf, FREE);
    }

    /**
     * The assignment with the smallest sum of costs.
     *
     * @param rows at most as many as there are columns; each gets one
     * @return the row of each column, or {@link #FREE}
     */
    static int[] rowOfEachColumn(int rows, int columns, Costs costs) {
        Assignment assignment = new Assignment(rows, columns, costs);
        for (int row = 0; row < rows; row++) {
            assignment.place(row);
        }
        return assignment.rowOf;
    }

    private void place(int row) {
        for (int i = 0; i < columns; i++) {
            open[i] = columns - 1 - i;
        }
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int openCount = columns;
        double reached = 0;
        int column = FREE;
        for (int from = row; from != FREE; from = rowOf[column]) {
            int nearest = nearest(from, reached, openCount);
            column = open[nearest];
            reached = distance[column];
            open[nearest] = open[--openCount];
            open[openCount] = column;
        }
        rowPotential[row] += reached;
        for (int i = openCount; i < columns; i++) {
            double nearer = reached - distance[open[i]];
            columnPotential[open[i]] -= nearer;
            if (rowOf[open[i]] != FREE) {
                rowPotential[rowOf[open[i]]] += nearer;
            }
        }
        handOn(row, column);
    }

    /** The place among the open columns of the one that is nearest, over this row or over another one before. */
    private int nearest(int row, double reached, int openCount) {
        costs.of(row, cost);
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < openCount; i++) {
            int column = open[i];
            double over = reached + cost[column] - rowPotential[row] - columnPotential[column];
            if (over < distance[column]) {
                distance[column] = over;
                previous[column] = row;
            }
            if (distance[column] < least || distance[column] == least && rowOf[column] == FREE) {
                least = distance[column];
                nearest = i;
            }
        }
        return nearest;
    }

    /** Gives each row on the way the column that it leads to. */
    private void handOn(int row, int free) {
        int column = free;
        int taking;
        do {
            taking = previous[column];
            rowOf[column] = taking;
            int given = columnOf[taking];
            columnOf[taking] = column;
            column = given;
        } while (taking != row);
    }
}
