package dev.errata.engine.ranking.scene;

import java.util.Arrays;

import dev.errata.engine.IndexSort;

/**
 * Many boxes of one image in tiles of neighbours, so that few of them need to be looked at to find those that share an area with
 * another: boxes are cut into columns by their middles and the columns into tiles (Leutenegger et al., "STR: A simple and
 * efficient algorithm for R-tree packing", 1997). One instance serves one thread, image after image.
 */
final class Tiles {

    /** Boxes a tile. */
    private static final int SIZE = 32;

    private final IndexSort sort = new IndexSort();
    private int tiles;
    /** The boxes, tile by tile. */
    private int[] order = new int[0];
    private double[] key = new double[0];
    private int[] column = new int[0];
    private double[] left = new double[0];
    private double[] top = new double[0];
    private double[] right = new double[0];
    private double[] bottom = new double[0];
    /** A bit for each box that was found: read out they are in order. */
    private long[] found = new long[0];

    void build(Boxes boxes) {
        int count = boxes.count;
        tiles = (count + SIZE - 1) / SIZE;
        if (order.length < count) {
            order = new int[count * 2];
            key = new double[count * 2];
            column = new int[count * 2];
            left = new double[tiles * 2];
            top = new double[tiles * 2];
            right = new double[tiles * 2];
            bottom = new double[tiles * 2];
            found = new long[count * 2 / Long.SIZE + 1];
        }
        for (int i = 0; i < count; i++) {
            key[i] = boxes.left[i] + boxes.width[i] / 2;
        }
        sort.ascending(key, order, count);
        for (int i = 0; i < count; i++) {
            key[i] = boxes.top[i] + boxes.height[i] / 2;
        }
        int columnSize = (int) Math.ceil(Math.sqrt(tiles)) * SIZE;
        for (int begin = 0; begin < count; begin += columnSize) {
            sortColumn(begin, Math.min(columnSize, count - begin));
        }
        for (int tile = 0; tile < tiles; tile++) {
            frame(boxes, tile, Math.min(count, (tile + 1) * SIZE));
        }
    }

    private void sortColumn(int begin, int count) {
        System.arraycopy(order, begin, column, 0, count);
        sort.reorder(key, column, count);
        System.arraycopy(column, 0, order, begin, count);
    }

    private void frame(Boxes boxes, int tile, int end) {
        left[tile] = Double.POSITIVE_INFINITY;
        top[tile] = Double.POSITIVE_INFINITY;
        right[tile] = Double.NEGATIVE_INFINITY;
        bottom[tile] = Double.NEGATIVE_INFINITY;
        for (int i = tile * SIZE; i < end; i++) {
            int box = order[i];
            left[tile] = Math.min(left[tile], boxes.left[box]);
            top[tile] = Math.min(top[tile], boxes.top[box]);
            right[tile] = Math.max(right[tile], boxes.right[box]);
            bottom[tile] = Math.max(bottom[tile], boxes.bottom[box]);
        }
    }

    /** Finds boxes as {@link Boxes#touching} does. */
    int touching(Boxes boxes, double x, double y, double otherRight, double otherBottom, int[] into) {
        int words = (boxes.count + Long.SIZE - 1) / Long.SIZE;
        for (int tile = 0; tile < tiles; tile++) {
            if (left[tile] < otherRight & x < right[tile] & top[tile] < otherBottom & y < bottom[tile]) {
                int end = Math.min(boxes.count, (tile + 1) * SIZE);
                for (int i = tile * SIZE; i < end; i++) {
                    long bit = boxes.touches(order[i], x, y, otherRight, otherBottom) ? 1 : 0;
                    found[order[i] / Long.SIZE] |= bit << order[i];
                }
            }
        }
        int count = 0;
        for (int word = 0; word < words; word++) {
            for (long bits = found[word]; bits != 0; bits &= bits - 1) {
                into[count++] = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        Arrays.fill(found, 0, words, 0);
        return count;
    }
}
