package dev.errata.engine.columns;

/** The predictions of one run, grouped by image. Immutable. */
public final class PredictionColumns extends ImageColumns {

    private final double[] confidence;

    private PredictionColumns(ImageGroups groups) {
        super(groups);
        confidence = new double[capacity()];
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
        PredictionColumns columns = new PredictionColumns(groups);
        for (int row = 0; row < count; row++) {
            columns.copyBox(place[row], rows, row);
            columns.confidence[place[row]] = rows.confidence(row);
        }
        return columns;
    }

    /** New columns, which a visitor fills as {@link #visit} showed others. */
    public static <E extends Exception> PredictionColumns filled(int imageCount, ColumnVisitor<E> filler) throws E {
        PredictionColumns columns = new PredictionColumns(filledGroups(imageCount, filler));
        columns.visitColumns(filler);
        return columns;
    }

    @Override
    <E extends Exception> void visitColumns(ColumnVisitor<E> visitor) throws E {
        super.visitColumns(visitor);
        visitor.doubles(confidence);
    }

    public int size() {
        return confidence.length;
    }

    /** The model's confidence, 0 to 1. */
    public double confidence(int row) {
        return confidence[row];
    }
}
