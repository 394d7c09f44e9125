package dev.errata.engine.columns;

import java.util.Arrays;

/** A growing list of ground-truth boxes, one row each, in the order in which they were added. */
public final class AnnotationRows extends BoxArrays {

    private static final int FEWEST = 16;

    private int size;
    private double[] area;
    private long[] id;
    private boolean[] crowd;

    /** @param expected how many rows will be added, roughly */
    public AnnotationRows(int expected) {
        super(Math.max(FEWEST, expected));
        area = new double[capacity()];
        id = new long[capacity()];
        crowd = new boolean[capacity()];
    }

    /** Adds a box; see {@link AnnotationColumns} for what the values mean. */
    public void add(long newId, int newLabel, double newX, double newY, double newWidth, double newHeight, double newArea,
        boolean isCrowd, int newPosition) {
        if (size == capacity()) {
            resize(size + (size >> 1));
        }
        setBox(size, newLabel, newX, newY, newWidth, newHeight, newPosition);
        id[size] = newId;
        area[size] = newArea;
        crowd[size] = isCrowd;
        size++;
    }

    @Override
    void resize(int capacity) {
        super.resize(capacity);
        area = Arrays.copyOf(area, capacity);
        id = Arrays.copyOf(id, capacity);
        crowd = Arrays.copyOf(crowd, capacity);
    }

    public int size() {
        return size;
    }

    public double area(int row) {
        return area[row];
    }

    public long id(int row) {
        return id[row];
    }

    public boolean crowd(int row) {
        return crowd[row];
    }

    /** Labels may be known only at the end of a file. */
    public void setLabel(int row, int newLabel) {
        relabel(row, newLabel);
    }
}
