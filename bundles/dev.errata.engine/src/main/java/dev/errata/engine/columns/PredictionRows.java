package dev.errata.engine.columns;

import java.util.Arrays;

/** A growing list of predicted boxes, one row each, in the order in which they were added. */
public final class PredictionRows {

    private int size;
    private double[] x;
    private double[] y;
    private double[] width;
    private double[] height;
    private double[] confidence;
    private int[] label;
    private int[] position;

    /** @param expected how many rows will be added, roughly */
    public PredictionRows(int expected) {
        int capacity = Math.max(16, expected);
        x = new double[capacity];
        y = new double[capacity];
        width = new double[capacity];
        height = new double[capacity];
        confidence = new double[capacity];
        label = new int[capacity];
        position = new int[capacity];
    }

    /** Adds a box; see {@link PredictionColumns} for what the values mean. */
    public void add(int newLabel, double newX, double newY, double newWidth, double newHeight, double newConfidence,
        int newPosition) {
        if (size == x.length) {
            grow();
        }
        label[size] = newLabel;
        x[size] = newX;
        y[size] = newY;
        width[size] = newWidth;
        height[size] = newHeight;
        confidence[size] = newConfidence;
        position[size] = newPosition;
        size++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        width = Arrays.copyOf(width, capacity);
        height = Arrays.copyOf(height, capacity);
        confidence = Arrays.copyOf(confidence, capacity);
        label = Arrays.copyOf(label, capacity);
        position = Arrays.copyOf(position, capacity);
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

    public double confidence(int row) {
        return confidence[row];
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
}
