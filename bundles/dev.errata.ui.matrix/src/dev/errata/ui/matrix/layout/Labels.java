package dev.errata.ui.matrix.layout;

import java.util.function.IntPredicate;

/**
 * Chooses which cells along an axis are named where their names would collide: first the marked ones, then those that the
 * person looks for, then others at equal distances.
 */
public final class Labels {

    private final Cells cells;
    private final int line;
    private final boolean[] taken;
    private final boolean[] named;

    private Labels(Cells cells, int line) {
        this.cells = cells;
        this.line = line;
        taken = new boolean[Math.max(0, cells.end() - cells.start())];
        named = new boolean[cells.count()];
    }

    /**
     * Chooses names that do not overlap.
     *
     * @param line the thickness of a name along the axis, points
     * @return for each cell whether it is named
     */
    public static boolean[] choose(Cells cells, int line, IntPredicate marked, IntPredicate found) {
        Labels labels = new Labels(cells, line);
        boolean roomForAll = cells.length() >= line;
        int every = roomForAll ? 1 : (int) Math.ceil(line / cells.length());
        for (int pass = 0; pass < 3; pass++) {
            for (int index = cells.first(); index <= cells.last(); index++) {
                boolean turn = pass == 0 ? marked.test(index) : pass == 1 ? found.test(index) : index % every == 0;
                if (roomForAll) {
                    labels.named[index] = true;
                } else if (turn && !labels.named[index]) {
                    labels.place(index, pass == 2);
                }
            }
        }
        return labels.named;
    }

    private void place(int index, boolean asItStands) {
        int middle = cells.edge(index) + cells.lengthOf(index) / 2 - line / 2;
        int from = start(cells, index, line) - cells.start();
        if (asItStands && middle != from + cells.start() || from < 0 || from + line > taken.length) {
            return;
        }
        // names have air above and below: they may come as near as one point
        for (int i = from; i < from + line - 1; i++) {
            if (taken[i]) {
                return;
            }
        }
        for (int i = from; i < from + line - 1; i++) {
            taken[i] = true;
        }
        named[index] = true;
    }

    /** Where a name begins: centred on its cell, but not beyond the ends of the axis where cells are smaller than names. */
    public static int start(Cells cells, int index, int length) {
        int middle = cells.edge(index) + cells.lengthOf(index) / 2 - length / 2;
        return cells.length() >= length ? middle
            : Math.max(cells.start(), Math.min(middle, cells.end() - length));
    }
}
