package dev.errata.engine;

/** Sorts indexes by the doubles they stand for: a stable merge sort without boxing. One instance serves one thread. */
public final class IndexSort {

    private static final int SMALL = 12;

    private double[] keys;
    private int[] order;
    private int[] spare = new int[0];

    /**
     * Fills {@code indexes} with 0 to {@code count} - 1 by rising key; equal keys keep their order, and so does NaN, which
     * should not occur.
     */
    public void ascending(double[] byKey, int[] indexes, int count) {
        for (int i = 0; i < count; i++) {
            indexes[i] = i;
        }
        reorder(byKey, indexes, count);
    }

    /** Sorts the first {@code count} of the indexes by rising key; equal keys keep the order that they came in. */
    public void reorder(double[] byKey, int[] indexes, int count) {
        keys = byKey;
        order = indexes;
        if (spare.length < count) {
            spare = new int[Math.max(count, spare.length * 2)];
        }
        sort(0, count);
        keys = null;
        order = null;
    }

    private void sort(int begin, int end) {
        if (end - begin <= SMALL) {
            insert(begin, end);
            return;
        }
        int middle = (begin + end) >>> 1;
        sort(begin, middle);
        sort(middle, end);
        if (!(keys[order[middle]] < keys[order[middle - 1]])) {
            return;
        }
        System.arraycopy(order, begin, spare, begin, middle - begin);
        int left = begin;
        int right = middle;
        int to = begin;
        while (left < middle && right < end) {
            if (keys[order[right]] < keys[spare[left]]) {
                order[to++] = order[right++];
            } else {
                order[to++] = spare[left++];
            }
        }
        System.arraycopy(spare, left, order, to, middle - left);
    }

    private void insert(int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            int moving = order[i];
            double key = keys[moving];
            int j = i - 1;
            while (j >= begin && key < keys[order[j]]) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = moving;
        }
    }
}
