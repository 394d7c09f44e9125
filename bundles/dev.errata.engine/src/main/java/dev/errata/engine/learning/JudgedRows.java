package dev.errata.engine.learning;

import java.util.stream.IntStream;

/** Rows beside what trees say of them that have not seen their group. */
public final class JudgedRows {

    /** So many rows are worth handing to another core. */
    private static final int BLOCK = 1024;

    final TrainingRows rows;
    /** In an order that does not depend on that of the groups. */
    final int[] order;
    /** By row. */
    final double[] logOdds;

    private JudgedRows(TrainingRows rows) {
        this.rows = rows;
        order = rows.rowsOutside(-1, 1);
        logOdds = new double[order.length];
    }

    /**
     * Asks the trees.
     *
     * @param trees by fold, each trained without the rows of its fold
     */
    public static JudgedRows of(BoostedTrees[] trees, TrainingRows rows) {
        JudgedRows judged = new JudgedRows(rows);
        IntStream.rangeClosed(0, rows.size() / BLOCK).parallel().forEach(block -> {
            float[] features = new float[rows.width];
            int end = Math.min(rows.size(), (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                rows.copy(row, features);
                judged.logOdds[row] = trees[TrainingRows.fold(rows.group(row), trees.length)].logOdds(features);
            }
        });
        return judged;
    }

    /** Receives one row after the other; the array of features is used again. */
    public interface Visitor {
        void row(double rowLogOdds, int rowPart, boolean isPositive, double rowWeight, float[] row);
    }

    /** Shows all rows, in an order that does not depend on that of the groups. */
    public void forEach(Visitor visitor) {
        float[] features = new float[rows.width];
        for (int row : order) {
            rows.copy(row, features);
            visitor.row(logOdds[row], rows.part(row), rows.positive(row), rows.weight(row), features);
        }
    }

    public int size() {
        return order.length;
    }
}
