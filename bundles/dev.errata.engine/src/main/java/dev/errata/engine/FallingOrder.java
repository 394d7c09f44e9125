package dev.errata.engine;

import java.util.Arrays;

/** Sorts a large array of doubles by index, on all cores, without boxing. */
public final class FallingOrder {

    private static final long LAST = Long.MAX_VALUE;

    private FallingOrder() {
    }

    /**
     * The indexes of the first {@code count} keys by falling key; equal keys keep their order, NaN comes last.
     *
     * <p>The leading bits of each key are packed with its index into one long, which is what is sorted; keys that differ
     * only behind those bits are put right afterwards.
     */
    public static int[] of(double[] keys, int count) {
        int indexBits = 64 - Long.numberOfLeadingZeros(Math.max(1, count - 1));
        long indexMask = (1L << indexBits) - 1;
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            packed[i] = falling(keys[i]) & ~indexMask | i;
        }
        Arrays.parallelSort(packed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (packed[i] & indexMask);
        }
        repair(keys, packed, indexBits, order);
        return order;
    }

    /** A long that rises as the key falls. */
    private static long falling(double key) {
        if (key != key) {
            return LAST;
        }
        long bits = Double.doubleToLongBits(key + 0.0);
        return ~(bits ^ (bits >> 63 & Long.MAX_VALUE));
    }

    private static void repair(double[] keys, long[] packed, int indexBits, int[] order) {
        int begin = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || packed[i] >>> indexBits != packed[begin] >>> indexBits) {
                if (i - begin > 1 && !inOrder(keys, order, begin, i)) {
                    repairRun(keys, order, begin, i);
                }
                begin = i;
            }
        }
    }

    private static boolean inOrder(double[] keys, int[] order, int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            if (keys[order[i]] > keys[order[i - 1]]) {
                return false;
            }
        }
        return true;
    }

    private static void repairRun(double[] keys, int[] order, int begin, int end) {
        int[] run = Arrays.copyOfRange(order, begin, end);
        double[] rising = new double[run.length];
        for (int i = 0; i < run.length; i++) {
            rising[i] = -keys[run[i]];
        }
        int[] runOrder = new int[run.length];
        new IndexSort().ascending(rising, runOrder, run.length);
        for (int i = 0; i < run.length; i++) {
            order[begin + i] = run[runOrder[i]];
        }
    }
}
