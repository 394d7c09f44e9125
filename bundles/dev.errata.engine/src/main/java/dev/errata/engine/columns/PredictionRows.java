package dev.errata.engine.columns;

import java.util.Arrays;

/** A growing list of predicted boxes, one row each, in the order in which they were added. */
public final class PredictionRows extends BoxArrays {

    private static final int FEWEST = 16;

    private int size;
    private double[] confidence;

    /** @param expected how many rows will be added, roughly */
    public PredictionRows(int expected) {
        super(Math.max(FEWEST, expected));
        confidence = new double[capacity()];
    }

    /** Adds a box; see {@link PredictionColumns} for what the values mean. */
    public void add(int newLabel, double newX, double newY, double newWidth, double newHeight, double newConfidence,
        int newPosition) {
        if (size == capacity()) {
            resize(size + (size >> 1));
        }
        setBox(size, newLabel, newX, newY, newWidth, newHeight, newPosition);
        confidence[size] = newConfidence;
        size++;
    }

    @Override
    void resize(int capacity) {
        super.resize(capacity);
        confidence = Arrays.copyOf(confidence, capacity);
    }

    public int size() {
        return size;
    }

    public double confidence(int row) {
        return confidence[row];
    }

    /** Labels may be known only at the end of a file. */
    public void setLabel(int row, int newLabel) {
        relabel(row, newLabel);
    }
}
