package dev.errata.engine.ranking;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import dev.errata.engine.IndexSort;

/** The boxes of one image that have an area, side by side in arrays that are reused. */
final class Boxes {

    int count;
    int[] row = new int[64];
    int[] label = new int[64];
    double[] left = new double[64];
    double[] top = new double[64];
    double[] width = new double[64];
    double[] height = new double[64];
    double[] confidence = new double[64];
    private double[] right = new double[64];
    private double[] bottom = new double[64];

    void clear() {
        count = 0;
    }

    /** Whether a box has an area and is made of numbers. */
    static boolean hasArea(double x, double y, double width, double height) {
        return x + width > x && y + height > y && !Double.isInfinite(x + y + width + height);
    }

    /** Adds a box that has an area. */
    void add(int newRow, int newLabel, double x, double y, double newWidth, double newHeight, double newConfidence) {
        if (count == row.length) {
            grow();
        }
        row[count] = newRow;
        label[count] = newLabel;
        left[count] = x;
        top[count] = y;
        width[count] = newWidth;
        height[count] = newHeight;
        confidence[count] = newConfidence;
        right[count] = x + newWidth;
        bottom[count] = y + newHeight;
        count++;
    }

    /** A number for a box that depends on what it is only, not on where it stands. */
    static long key(int label, double x, double y, double width, double height, double confidence) {
        long key = mixed(label + Double.doubleToLongBits(x));
        key = mixed(key + Double.doubleToLongBits(y));
        key = mixed(key + Double.doubleToLongBits(width));
        key = mixed(key + Double.doubleToLongBits(height));
        return mixed(key + Double.doubleToLongBits(confidence));
    }

    /** Each bit of the number changes about half of the bits of what is made of it (Stafford's variant 13). */
    static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * Puts the boxes into an order that depends on what they are only.
     *
     * @param tie by row, what tells boxes apart that are alike
     */
    void sort(IndexSort sort, IntToDoubleFunction tie) {
        double[] ties = new double[count];
        double[] keys = new double[count];
        for (int i = 0; i < count; i++) {
            ties[i] = tie.applyAsDouble(row[i]);
            keys[i] = key(label[i], left[i], top[i], width[i], height[i], confidence[i]) >>> 11;
        }
        int[] order = new int[count];
        sort.ascending(ties, order, count);
        sort.reorder(keys, order, count);
        row = ordered(row, order);
        label = ordered(label, order);
        left = ordered(left, order);
        top = ordered(top, order);
        width = ordered(width, order);
        height = ordered(height, order);
        confidence = ordered(confidence, order);
        right = ordered(right, order);
        bottom = ordered(bottom, order);
    }

    private static int[] ordered(int[] values, int[] order) {
        int[] result = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        return result;
    }

    private static double[] ordered(double[] values, int[] order) {
        double[] result = new double[values.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        return result;
    }

    private void grow() {
        int capacity = count * 2;
        row = Arrays.copyOf(row, capacity);
        label = Arrays.copyOf(label, capacity);
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        width = Arrays.copyOf(width, capacity);
        height = Arrays.copyOf(height, capacity);
        confidence = Arrays.copyOf(confidence, capacity);
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
    }

    double area(int index) {
        return width[index] * height[index];
    }

    /** The area that one of these boxes shares with another box. */
    double intersection(int index, double x, double y, double otherWidth, double otherHeight) {
        return shared(index, x, y, x + otherWidth, y + otherHeight);
    }

    /** Most boxes share nothing: on which side they lie is asked without a branch for each. */
    private double shared(int index, double x, double y, double otherRight, double otherBottom) {
        if (left[index] < otherRight & x < right[index] & top[index] < otherBottom & y < bottom[index]) {
            return (Math.min(right[index], otherRight) - Math.max(left[index], x))
                * (Math.min(bottom[index], otherBottom) - Math.max(top[index], y));
        }
        return 0;
    }

    double iou(int index, double x, double y, double otherWidth, double otherHeight) {
        double shared = intersection(index, x, y, otherWidth, otherHeight);
        return shared > 0 ? shared / (area(index) + otherWidth * otherHeight - shared) : 0;
    }

    /** IoU of one of these boxes with one of another set. */
    double iou(int index, Boxes others, int other) {
        double shared = shared(index, others.left[other], others.top[other], others.right[other], others.bottom[other]);
        return shared > 0 ? shared / (area(index) + others.area(other) - shared) : 0;
    }
}
