package dev.errata.engine.columns;

import java.util.Arrays;

/** Boxes grouped by image. */
public abstract class ImageColumns extends BoxArrays {

    private final ImageGroups groups;

    ImageColumns(ImageGroups groups) {
        super(Arrays.stream(groups.sizes()).sum());
        this.groups = groups;
    }

    /** The groups as {@link #visit} showed them to another visitor; {@link #visitColumns} fills the rest. */
    static <E extends Exception> ImageGroups filledGroups(int imageCount, ColumnVisitor<E> filler) throws E {
        int[] sizes = new int[imageCount];
        filler.ints(sizes);
        return ImageGroups.ofSizes(sizes);
    }

    /** Shows a visitor how many rows each image has, and then all columns. */
    public <E extends Exception> void visit(ColumnVisitor<E> visitor) throws E {
        visitor.ints(groups.sizes());
        visitColumns(visitor);
    }

    final ImageGroups groups() {
        return groups;
    }

    public final int imageCount() {
        return groups.imageCount();
    }

    /** The first row of an image. */
    public final int begin(int image) {
        return groups.begin(image);
    }

    /** One more than the last row of an image. */
    public final int end(int image) {
        return groups.end(image);
    }

    /** The row of an image's box by its position in the file, or -1. */
    public final int rowAt(int image, int position) {
        for (int row = begin(image); row < end(image); row++) {
            if (position(row) == position) {
                return row;
            }
        }
        return -1;
    }
}
