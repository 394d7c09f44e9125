package dev.errata.engine.matching;

import java.util.Arrays;

/** The edges of one image's boxes, side by side in arrays that are reused. Boxes that can overlap nothing are left out. */
final class Edges {

    int count;
    int[] row = new int[64];
    double[] left = new double[64];
    double[] right = new double[64];
    double[] top = new double[64];
    double[] bottom = new double[64];
    double[] area = new double[64];

    void clear() {
        count = 0;
    }

    void add(int newRow, double x, double y, double width, double height) {
        double newRight = x + width;
        double newBottom = y + height;
        if (!(newRight > x && newBottom > y)) {
            return; // no area, a negative side or not a number
        }
        if (count == row.length) {
            grow();
        }
        row[count] = newRow;
        left[count] = x;
        right[count] = newRight;
        top[count] = y;
        bottom[count] = newBottom;
        area[count] = width * height;
        count++;
    }

    /** @param box left, top, width and height */
    void add(int newRow, int[] box) {
        add(newRow, box[0], box[1], box[2], box[3]);
    }

    private void grow() {
        int capacity = count * 2;
        row = Arrays.copyOf(row, capacity);
        left = Arrays.copyOf(left, capacity);
        right = Arrays.copyOf(right, capacity);
        top = Arrays.copyOf(top, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        area = Arrays.copyOf(area, capacity);
    }
}
