package dev.errata.engine.columns;

import java.util.Arrays;

/** The predictions of one run, grouped by image. Immutable. */
public final class PredictionColumns extends BoxArrays {

    private final ImageGroups groups;
    private final double[] confidence;

    private PredictionColumns(ImageGroups groups, int rows) {
        super(rows);
        this.groups = groups;
        confidence = new double[rows];
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
            columns.copyBox(place[row], rows, row);
            columns.confidence[place[row]] = rows.confidence(row);
        }
        return columns;
    }

    /** Shows a visitor how many rows each image has, and then all columns. */
    public <E extends Exception> void visit(ColumnVisitor<E> visitor) throws E {
        visitor.ints(groups.sizes());
        visitColumns(visitor);
    }

    /** New columns, which a visitor fills as {@link #visit} showed others. */
    public static <E extends Exception> PredictionColumns filled(int imageCount, ColumnVisitor<E> filler) throws E {
        int[] sizes = new int[imageCount];
        filler.ints(sizes);
        PredictionColumns columns = new PredictionColumns(ImageGroups.ofSizes(sizes), Arrays.stream(sizes).sum());
        columns.visitColumns(filler);
        return columns;
    }

    @Override
    <E extends Exception> void visitColumns(ColumnVisitor<E> visitor) throws E {
        super.visitColumns(visitor);
        visitor.doubles(confidence);
    }

    public int imageCount() {
        return groups.imageCount();
    }

    public int size() {
        return confidence.length;
    }

    /** The first row of an image. */
    public int begin(int image) {
        return groups.begin(image);
    }

    /** One more than the last row of an image. */
    public int end(int image) {
        return groups.end(image);
    }

    /** The model's confidence, 0 to 1. */
    public double confidence(int row) {
        return confidence[row];
    }
}
