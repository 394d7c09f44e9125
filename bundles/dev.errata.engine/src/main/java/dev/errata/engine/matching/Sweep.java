package dev.errata.engine.matching;

import dev.errata.engine.IndexSort;

/**
 * Finds the overlapping pairs of two sets of boxes by sweeping along x: each box meets only those of the other set whose
 * horizontal extent is still open.
 */
final class Sweep {

    /** Receives a pair by its indexes in the two sets. */
    public interface Visitor {
        void pair(int first, int second);
    }

    private final IndexSort sort = new IndexSort();
    private int[] firstOrder = new int[0];
    private int[] secondOrder = new int[0];
    private int[] firstOpen = new int[0];
    private int[] secondOpen = new int[0];

    void run(Edges first, Edges second, Visitor visitor) {
        if (firstOrder.length < first.count) {
            firstOrder = new int[first.count];
            firstOpen = new int[first.count];
        }
        if (secondOrder.length < second.count) {
            secondOrder = new int[second.count];
            secondOpen = new int[second.count];
        }
        sort.ascending(first.left, firstOrder, first.count);
        sort.ascending(second.left, secondOrder, second.count);
        int firstOpenCount = 0;
        int secondOpenCount = 0;
        int i = 0;
        int j = 0;
        while (i < first.count || j < second.count) {
            boolean takeFirst = j == second.count
                || i < first.count && first.left[firstOrder[i]] <= second.left[secondOrder[j]];
            if (takeFirst) {
                int box = firstOrder[i++];
                secondOpenCount = closed(second, secondOpen, secondOpenCount, first.left[box]);
                for (int k = 0; k < secondOpenCount; k++) {
                    visitIfCrossing(first, box, second, secondOpen[k], visitor);
                }
                firstOpen[firstOpenCount++] = box;
            } else {
                int box = secondOrder[j++];
                firstOpenCount = closed(first, firstOpen, firstOpenCount, second.left[box]);
                for (int k = 0; k < firstOpenCount; k++) {
                    visitIfCrossing(first, firstOpen[k], second, box, visitor);
                }
                secondOpen[secondOpenCount++] = box;
            }
        }
    }

    private static int closed(Edges edges, int[] open, int openCount, double x) {
        int kept = 0;
        for (int k = 0; k < openCount; k++) {
            int box = open[k];
            open[kept] = box;
            kept += edges.right[box] > x ? 1 : 0;
        }
        return kept;
    }

    private static void visitIfCrossing(Edges first, int one, Edges second, int other, Visitor visitor) {
        if (second.top[other] < first.bottom[one] && first.top[one] < second.bottom[other]) {
            visitor.pair(one, other);
        }
    }
}
