package dev.errata.engine.ranking.scene;

import dev.errata.engine.IndexSort;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * An order of an image's boxes that depends on what they are only: files may list them in any. One instance serves one thread,
 * image after image.
 */
public final class ContentOrder {

    private final IndexSort sort = new IndexSort();
    private double[] ids = new double[64];
    private double[] keys = new double[64];
    private int[] order = new int[64];
    private int count;

    /** The rows of an image's labels; those that are alike by their ids. Holds until the next order is asked for. */
    public Rows labels(AnnotationColumns annotations, int image) {
        int begin = annotations.begin(image);
        start(annotations.end(image) - begin);
        for (int i = 0; i < count; i++) {
            ids[i] = annotations.id(begin + i);
            keys[i] = sortable(key(annotations, begin + i));
        }
        sort.ascending(ids, order, count);
        sort.reorder(keys, order, count);
        return new Rows(order, count, begin);
    }

    /** The rows of an image's predictions. Holds until the next order is asked for. */
    Rows predictions(PredictionColumns run, int image) {
        int begin = run.begin(image);
        start(run.end(image) - begin);
        for (int i = 0; i < count; i++) {
            keys[i] = sortable(key(run, begin + i));
        }
        sort.ascending(keys, order, count);
        return new Rows(order, count, begin);
    }

    /**
     * Rows in an order.
     *
     * @param order the places of the rows
     * @param count how many there are
     * @param begin the row whose place is 0
     */
    public record Rows(int[] order, int count, int begin) {

        public int get(int index) {
            return begin + order[index];
        }
    }

    private void start(int newCount) {
        count = newCount;
        if (order.length < count) {
            ids = new double[2 * count];
            keys = new double[2 * count];
            order = new int[2 * count];
        }
    }

    /** As many bits of a key as a double can tell apart. */
    public static double sortable(long key) {
        return key >>> 11;
    }

    /** A number for a label that depends on what it is only, not on where it stands. */
    public static long key(AnnotationColumns labels, int row) {
        return key(labels.label(row), labels.x(row), labels.y(row), labels.width(row), labels.height(row), 1);
    }

    /** A number for a prediction that depends on what it is only, not on where it stands. */
    public static long key(PredictionColumns run, int row) {
        return key(run.label(row), run.x(row), run.y(row), run.width(row), run.height(row), run.confidence(row));
    }

    private static long key(int label, double x, double y, double width, double height, double confidence) {
        long key = mixed(label + Double.doubleToLongBits(x));
        key = mixed(key + Double.doubleToLongBits(y));
        key = mixed(key + Double.doubleToLongBits(width));
        key = mixed(key + Double.doubleToLongBits(height));
        return mixed(key + Double.doubleToLongBits(confidence));
    }

    /** Each bit of the number changes about half of the bits of what is made of it (Stafford's variant 13). */
    public static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
