package dev.errata.engine.columns;

import java.io.IOException;
import java.util.Arrays;

/** The predictions of one run in primitive arrays, grouped by image. Coordinates are pixels. Immutable. */
public final class PredictionColumns {

    private final ImageGroups groups;
    private final double[] x;
    private final double[] y;
    private final double[] width;
    private final double[] height;
    private final double[] confidence;
    private final int[] label;
    private final int[] position;

    private PredictionColumns(ImageGroups groups, int rows) {
        this.groups = groups;
        x = new double[rows];
        y = new double[rows];
        width = new double[rows];
        height = new double[rows];
        confidence = new double[rows];
        label = new int[rows];
        position = new int[rows];
    }

    /**
     * Groups rows that stand in the order of their file.
     *
     * @param imageCount the number of images; those without rows included
     * @param image the index of each row's image, 0 to imageCount - 1
     * @param rows the predictions in file order
     */
    public static PredictionColumns grouped(int imageCount, int[] image, PredictionRows rows) {
        int count = rows.size();
        ImageGroups groups = ImageGroups.of(imageCount, image, count);
        int[] place = groups.order(image, count);
        PredictionColumns columns = new PredictionColumns(groups, count);
        for (int row = 0; row < count; row++) {
            int to = place[row];
            columns.x[to] = rows.x(row);
            columns.y[to] = rows.y(row);
            columns.width[to] = rows.width(row);
            columns.height[to] = rows.height(row);
            columns.confidence[to] = rows.confidence(row);
            columns.label[to] = rows.label(row);
            columns.position[to] = rows.position(row);
        }
        return columns;
    }

    /** Shows a visitor how many rows each image has, and then all columns. */
    public void visit(ColumnVisitor visitor) throws IOException {
        visitor.ints(groups.sizes());
        visitColumns(visitor);
    }

    /** New columns, which a visitor fills as {@link #visit} showed others. */
    public static PredictionColumns filled(int imageCount, ColumnVisitor filler) throws IOException {
        int[] sizes = new int[imageCount];
        filler.ints(sizes);
        PredictionColumns columns = new PredictionColumns(ImageGroups.ofSizes(sizes), Arrays.stream(sizes).sum());
        columns.visitColumns(filler);
        return columns;
    }

    private void visitColumns(ColumnVisitor visitor) throws IOException {
        visitor.ints(label);
        visitor.ints(position);
        visitor.doubles(x);
        visitor.doubles(y);
        visitor.doubles(width);
        visitor.doubles(height);
        visitor.doubles(confidence);
    }

    public int imageCount() {
        return groups.imageCount();
    }

    public int size() {
        return x.length;
    }

    /** The first row of an image. */
    public int begin(int image) {
        return groups.begin(image);
    }

    /** One more than the last row of an image. */
    public int end(int image) {
        return groups.end(image);
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

    /** The model's confidence, 0 to 1. */
    public double confidence(int row) {
        return confidence[row];
    }

    /** The index of the label class. */
    public int label(int row) {
        return label[row];
    }

    /** The place of the record in the results file, counted from 0. */
    public int position(int row) {
        return position[row];
    }
}
