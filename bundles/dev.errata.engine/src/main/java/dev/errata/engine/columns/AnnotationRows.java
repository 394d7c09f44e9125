package dev.errata.engine.columns;

import java.util.Arrays;

/** A growing list of ground-truth boxes, one row each, in the order in which they were added. */
public final class AnnotationRows {

    private int size;
    private double[] x;
    private double[] y;
    private double[] width;
    private double[] height;
    private double[] area;
    private long[] id;
    private int[] label;
    private int[] position;
    private boolean[] crowd;

    /** @param expected how many rows will be added, roughly */
    public AnnotationRows(int expected) {
        int capacity = Math.max(16, expected);
        x = new double[capacity];
        y = new double[capacity];
        width = new double[capacity];
        height = new double[capacity];
        area = new double[capacity];
        id = new long[capacity];
        label = new int[capacity];
        position = new int[capacity];
        crowd = new boolean[capacity];
    }

    /** Adds a box; see {@link AnnotationColumns} for what the values mean. */
    public void add(long newId, int newLabel, double newX, double newY, double newWidth, double newHeight, double newArea,
        boolean isCrowd, int newPosition) {
        if (size == x.length) {
            grow();
        }
        id[size] = newId;
        label[size] = newLabel;
        x[size] = newX;
        y[size] = newY;
        width[size] = newWidth;
        height[size] = newHeight;
        area[size] = newArea;
        crowd[size] = isCrowd;
        position[size] = newPosition;
        size++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        width = Arrays.copyOf(width, capacity);
        height = Arrays.copyOf(height, capacity);
        area = Arrays.copyOf(area, capacity);
        id = Arrays.copyOf(id, capacity);
        label = Arrays.copyOf(label, capacity);
        position = Arrays.copyOf(position, capacity);
        crowd = Arrays.copyOf(crowd, capacity);
    }

    public int size() {
        return size;
    }

    public double x(int row) {
        return x[row];
    }

    public double y(int row) {
        return y[row];
    }

    public double width(int row) {
        return width[row];
    }

    public double height(int row) {
        return height[row];
    }

    public double area(int row) {
        return area[row];
    }

    public long id(int row) {
        return id[row];
    }

    public int label(int row) {
        return label[row];
    }

    /** Labels may be known only at the end of a file. */
    public void setLabel(int row, int newLabel) {
        label[row] = newLabel;
    }

    public int position(int row) {
        return position[row];
    }

    public boolean crowd(int row) {
        return crowd[row];
    }
}
