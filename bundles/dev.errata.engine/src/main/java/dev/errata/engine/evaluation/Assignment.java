package dev.errata.engine.evaluation;

import java.util.Arrays;

/**
 * The linear assignment problem by shortest augmenting paths with potentials (the Hungarian method of Kuhn, 1955, in the
 * cubic form of Jonker and Volgenant, 1987).
 */
final class Assignment {

    private Assignment() {
    }

    /**
     * The assignment with the smallest sum.
     *
     * @param cost a square matrix of finite numbers
     * @return the column of each row
     */
    static int[] columnOfEachRow(double[][] cost) {
        int size = cost.length;
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        int[] previous = new int[size + 1];
        // column `size` stands for the row that is being placed
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < size; row++) {
            rowOf[size] = row;
            int column = shortestPath(cost, rowPotential, columnPotential, rowOf, previous);
            while (column != size) {
                int before = previous[column];
                rowOf[column] = rowOf[before];
                column = before;
            }
        }
        int[] columnOf = new int[size];
        for (int column = 0; column < size; column++) {
            columnOf[rowOf[column]] = column;
        }
        return columnOf;
    }

    /** Finds the free column that is nearest to the row being placed, and updates the potentials. */
    private static int shortestPath(double[][] cost, double[] rowPotential, double[] columnPotential, int[] rowOf,
        int[] previous) {
        int size = cost.length;
        double[] distance = new double[size];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        boolean[] visited = new boolean[size + 1];
        int column = size;
        while (rowOf[column] >= 0) {
            visited[column] = true;
            int row = rowOf[column];
            int nearest = -1;
            for (int j = 0; j < size; j++) {
                if (visited[j]) {
                    continue;
                }
                double reduced = cost[row][j] - rowPotential[row] - columnPotential[j];
                if (reduced < distance[j]) {
                    distance[j] = reduced;
                    previous[j] = column;
                }
                if (nearest < 0 || distance[j] < distance[nearest]) {
                    nearest = j;
                }
            }
            double delta = distance[nearest];
            for (int j = 0; j <= size; j++) {
                if (visited[j]) {
                    rowPotential[rowOf[j]] += delta;
                    columnPotential[j] -= delta;
                } else if (j < size) {
                    distance[j] -= delta;
                }
            }
            column = nearest;
        }
        return column;
    }
}
