package dev.errata.engine.ranking.scene;

import java.util.Arrays;

/** The boxes of one image that have an area, side by side in arrays that are reused. */
public final class Boxes {

    /** From so many on tiles of neighbours find boxes sooner than a look at each. */
    private static final int MANY = 256;

    public int count;
    public int[] row = new int[64];
    public int[] label = new int[64];
    public double[] left = new double[64];
    public double[] top = new double[64];
    public double[] width = new double[64];
    public double[] height = new double[64];
    public double[] confidence = new double[64];
    /** What {@link #touching} found. */
    public int[] touched = new int[64];
    double[] right = new double[64];
    double[] bottom = new double[64];
    private final Tiles tiles = new Tiles();
    /** How many boxes are in the tiles. */
    private int tiled;

    void clear() {
        count = 0;
        tiled = 0;
    }

    /** Whether a box has an area and is made of numbers. */
    public static boolean hasArea(double x, double y, double width, double height) {
        return x + width > x && y + height > y && !Double.isInfinite(x + y + width + height);
    }

    /** Adds a box that has an area. */
    public void add(int newRow, int newLabel, double x, double y, double newWidth, double newHeight, double newConfidence) {
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

    private void grow() {
        int capacity = count * 2;
        row = Arrays.copyOf(row, capacity);
        label = Arrays.copyOf(label, capacity);
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        width = Arrays.copyOf(width, capacity);
        height = Arrays.copyOf(height, capacity);
        confidence = Arrays.copyOf(confidence, capacity);
        touched = new int[capacity];
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
    }

    public double area(int index) {
        return width[index] * height[index];
    }

    /**
     * Finds the boxes that share an area with another box.
     *
     * @return how many there are; they are in {@link #touched} in rising order, until the next are asked for
     */
    public int touching(double x, double y, double otherWidth, double otherHeight) {
        double otherRight = x + otherWidth;
        double otherBottom = y + otherHeight;
        if (count >= MANY) {
            if (tiled != count) {
                tiles.build(this);
                tiled = count;
            }
            return tiles.touching(this, x, y, otherRight, otherBottom, touched);
        }
        int found = 0;
        for (int i = 0; i < count; i++) {
            touched[found] = i;
            found += touches(i, x, y, otherRight, otherBottom) ? 1 : 0;
        }
        return found;
    }

    /** Most boxes share nothing: on which side they lie is asked without a branch for each. */
    boolean touches(int index, double x, double y, double otherRight, double otherBottom) {
        return left[index] < otherRight & x < right[index] & top[index] < otherBottom & y < bottom[index];
    }

    /** The area that one of these boxes shares with another box. */
    public double intersection(int index, double x, double y, double otherWidth, double otherHeight) {
        return shared(index, x, y, x + otherWidth, y + otherHeight);
    }

    private double shared(int index, double x, double y, double otherRight, double otherBottom) {
        if (touches(index, x, y, otherRight, otherBottom)) {
            return (Math.min(right[index], otherRight) - Math.max(left[index], x))
                * (Math.min(bottom[index], otherBottom) - Math.max(top[index], y));
        }
        return 0;
    }

    public double iou(int index, double x, double y, double otherWidth, double otherHeight) {
        double shared = intersection(index, x, y, otherWidth, otherHeight);
        return shared > 0 ? shared / (area(index) + otherWidth * otherHeight - shared) : 0;
    }

    /** IoU of one of these boxes with one of another set. */
    public double iou(int index, Boxes others, int other) {
        double shared = shared(index, others.left[other], others.top[other], others.right[other], others.bottom[other]);
        return shared > 0 ? shared / (area(index) + others.area(other) - shared) : 0;
    }
}
