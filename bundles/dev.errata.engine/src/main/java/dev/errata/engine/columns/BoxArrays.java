package dev.errata.engine.columns;

import java.util.Arrays;

/** Boxes side by side in primitive arrays, a row each: what labels and predictions have in common. Coordinates are pixels. */
public abstract class BoxArrays {

    private double[] x;
    private double[] y;
    private double[] width;
    private double[] height;
    private int[] label;
    private int[] position;

    BoxArrays(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
        width = new double[capacity];
        height = new double[capacity];
        label = new int[capacity];
        position = new int[capacity];
    }

    /** How many rows there is room for. */
    final int capacity() {
        return x.length;
    }

    /** Makes room for more rows; those there are stay. */
    void resize(int capacity) {
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        width = Arrays.copyOf(width, capacity);
        height = Arrays.copyOf(height, capacity);
        label = Arrays.copyOf(label, capacity);
        position = Arrays.copyOf(position, capacity);
    }

    final void setBox(int row, int newLabel, double newX, double newY, double newWidth, double newHeight, int newPosition) {
        x[row] = newX;
        y[row] = newY;
        width[row] = newWidth;
        height[row] = newHeight;
        label[row] = newLabel;
        position[row] = newPosition;
    }

    final void copyBox(int to, BoxArrays source, int from) {
        setBox(to, source.label[from], source.x[from], source.y[from], source.width[from], source.height[from],
            source.position[from]);
    }

    final void relabel(int row, int newLabel) {
        label[row] = newLabel;
    }

    <E extends Exception> void visitColumns(ColumnVisitor<E> visitor) throws E {
        visitor.ints(label);
        visitor.ints(position);
        visitor.doubles(x);
        visitor.doubles(y);
        visitor.doubles(width);
        visitor.doubles(height);
    }

    public final double x(int row) {
        return x[row];
    }

    public final double y(int row) {
        return y[row];
    }

    public final double width(int row) {
        return width[row];
    }

    public final double height(int row) {
        return height[row];
    }

    /** The index of the label class. */
    public final int label(int row) {
        return label[row];
    }

    /** The place of the record in its file, counted from 0; added annotations stand behind. */
    public final int position(int row) {
        return position[row];
    }
}
