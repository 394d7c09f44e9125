package dev.errata.engine.learning;

import java.util.Arrays;

import dev.errata.engine.FallingOrder;

/**
 * Rows to learn from: features, whether the row is positive, its weight, a group, and a part of all that is told apart from the
 * rest. Groups are held out together; all rows of a group are added to the same instance, in an order that is always the same,
 * whatever the order of the groups.
 */
public final class TrainingRows {

    final int width;
    private int size;
    private float[] features;
    private boolean[] positive = new boolean[256];
    private float[] weight = new float[256];
    private int[] group = new int[256];
    private byte[] part = new byte[256];

    /** @param width the number of features */
    public TrainingRows(int width) {
        this.width = width;
        features = new float[256 * width];
    }

    public void add(float[] row, boolean isPositive, double rowWeight, int rowGroup, int rowPart) {
        ensureCapacity(size + 1);
        System.arraycopy(row, 0, features, size * width, width);
        positive[size] = isPositive;
        weight[size] = (float) rowWeight;
        group[size] = rowGroup;
        part[size] = (byte) rowPart;
        size++;
    }

    /** Adds all rows of another one of the same width. */
    public void append(TrainingRows other) {
        ensureCapacity(size + other.size);
        System.arraycopy(other.features, 0, features, size * width, other.size * width);
        System.arraycopy(other.positive, 0, positive, size, other.size);
        System.arraycopy(other.weight, 0, weight, size, other.size);
        System.arraycopy(other.group, 0, group, size, other.size);
        System.arraycopy(other.part, 0, part, size, other.size);
        size += other.size;
    }

    private void ensureCapacity(int needed) {
        if (needed > weight.length) {
            int capacity = Math.max(needed, weight.length * 2);
            features = Arrays.copyOf(features, capacity * width);
            positive = Arrays.copyOf(positive, capacity);
            weight = Arrays.copyOf(weight, capacity);
            group = Arrays.copyOf(group, capacity);
            part = Arrays.copyOf(part, capacity);
        }
    }

    public int size() {
        return size;
    }

    int part(int row) {
        return part[row];
    }

    int group(int row) {
        return group[row];
    }

    /** Copies the features of a row. */
    void copy(int row, float[] to) {
        System.arraycopy(features, row * width, to, 0, width);
    }

    float feature(int row, int column) {
        return features[row * width + column];
    }

    boolean positive(int row) {
        return positive[row];
    }

    float weight(int row) {
        return weight[row];
    }

    /** The rows outside a fold by group; those of a group in the order in which they were added. */
    int[] rowsOutside(int heldOut, int folds) {
        double[] key = new double[size];
        for (int row = 0; row < size; row++) {
            key[row] = -group[row];
        }
        int[] rows = FallingOrder.of(key, size);
        int count = 0;
        for (int row : rows) {
            if (fold(group[row], folds) != heldOut) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** The fold of a group: any of them alike. */
    public static int fold(int group, int folds) {
        int mixed = group * 0x9E3779B9;
        return Math.floorMod(mixed ^ mixed >>> 15, folds);
    }
}
