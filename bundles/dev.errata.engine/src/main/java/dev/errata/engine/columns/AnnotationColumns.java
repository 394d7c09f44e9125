package dev.errata.engine.columns;

import java.util.Arrays;

/**
 * The ground-truth boxes of a dataset, grouped by image. The origin is the top left corner of the image. A row is addressed by
 * its index; an edit of an image appends that image's new rows, so that the rows of all other images keep their indexes. Not
 * thread safe for edits.
 */
public final class AnnotationColumns extends ImageColumns {

    private static final int CROWD = 1;

    private int rows;
    private int live;
    private boolean edited;
    private double[] area;
    private long[] id;
    private byte[] flags;

    private AnnotationColumns(ImageGroups groups) {
        super(groups);
        rows = capacity();
        live = rows;
        area = new double[rows];
        id = new long[rows];
        flags = new byte[rows];
    }

    /**
     * Groups rows that stand in the order of their file.
     *
     * @param imageCount the number of images; those without rows included
     * @param image the index of each row's image, 0 to imageCount - 1
     * @param rows the boxes in file order; row i gets position i
     */
    public static AnnotationColumns grouped(int imageCount, int[] image, AnnotationRows rows) {
        int count = rows.size();
        ImageGroups groups = ImageGroups.of(imageCount, image, count);
        int[] place = groups.order(image, count);
        AnnotationColumns columns = new AnnotationColumns(groups);
        for (int row = 0; row < count; row++) {
            columns.set(place[row], rows, row);
        }
        return columns;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if an image was edited, whose rows do not stand where they belong any more
     */
    @Override
    public <E extends Exception> void visit(ColumnVisitor<E> visitor) throws E {
        if (edited) {
            throw new IllegalStateException("only columns as they were read can be visited");
        }
        super.visit(visitor);
    }

    /** New columns, which a visitor fills as {@link #visit} showed others. */
    public static <E extends Exception> AnnotationColumns filled(int imageCount, ColumnVisitor<E> filler) throws E {
        AnnotationColumns columns = new AnnotationColumns(filledGroups(imageCount, filler));
        columns.visitColumns(filler);
        return columns;
    }

    @Override
    <E extends Exception> void visitColumns(ColumnVisitor<E> visitor) throws E {
        super.visitColumns(visitor);
        visitor.doubles(area);
        visitor.longs(id);
        visitor.bytes(flags);
    }

    /**
     * Replaces the boxes of one image.
     *
     * @param image the index of the image
     * @param boxes all boxes that the image has from now on, in the order of their positions
     */
    public void replace(int image, AnnotationRows boxes) {
        int count = boxes.size();
        ensureCapacity(rows + count);
        for (int row = 0; row < count; row++) {
            set(rows + row, boxes, row);
        }
        edited = true;
        live += count - (end(image) - begin(image));
        groups().move(image, rows, rows + count);
        rows += count;
    }

    private void set(int to, AnnotationRows source, int from) {
        copyBox(to, source, from);
        area[to] = source.area(from);
        id[to] = source.id(from);
        flags[to] = (byte) (source.crowd(from) ? CROWD : 0);
    }

    private void ensureCapacity(int needed) {
        if (needed > capacity()) {
            resize(Math.max(needed, capacity() + (capacity() >> 3) + 64));
        }
    }

    @Override
    void resize(int capacity) {
        super.resize(capacity);
        area = Arrays.copyOf(area, capacity);
        id = Arrays.copyOf(id, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    /** One more than the largest row index ever used; replaced rows are counted. */
    public int rowLimit() {
        return rows;
    }

    /** The number of boxes that belong to an image now. */
    public int size() {
        return live;
    }

    /** The rows that belong to an image now, image by image: the same boxes in the same order, whichever edits led to them. */
    public int[] liveRows() {
        int[] result = new int[live];
        int count = 0;
        for (int image = 0; image < imageCount(); image++) {
            for (int row = begin(image); row < end(image); row++) {
                result[count++] = row;
            }
        }
        return result;
    }

    /** The {@code area} that the label file gives, square pixels; width times height where it gives none. */
    public double area(int row) {
        return area[row];
    }

    /** The annotation's id; it never depends on the annotation's content. */
    public long id(int row) {
        return id[row];
    }

    /** Whether the box is a region of many objects, which is ignored in evaluation. */
    public boolean crowd(int row) {
        return (flags[row] & CROWD) != 0;
    }

    /** The row of an image's annotation with the given id, or -1. */
    public int rowOf(int image, long annotationId) {
        for (int row = begin(image); row < end(image); row++) {
            if (id[row] == annotationId) {
                return row;
            }
        }
        return -1;
    }
}
