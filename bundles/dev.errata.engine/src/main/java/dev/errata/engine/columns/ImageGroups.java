package dev.errata.engine.columns;

import java.util.Arrays;

/**
 * Rows grouped by image: the rows of an image are the half-open range from {@link #begin} to {@link #end}. When an image
 * is edited its new rows are appended behind all others and the range is moved there; the old rows stay, unused.
 */
final class ImageGroups {

    private final int[] begin;
    private final int[] end;

    private ImageGroups(int[] begin, int[] end) {
        this.begin = begin;
        this.end = end;
    }

    /** Counts the rows of each image. The order of the rows is given by {@link #order}. */
    static ImageGroups of(int imageCount, int[] image, int rows) {
        int[] sizes = new int[imageCount];
        for (int row = 0; row < rows; row++) {
            sizes[image[row]]++;
        }
        return ofSizes(sizes);
    }

    /**
     * Rows that stand image by image.
     *
     * @param sizes how many rows each image has
     */
    static ImageGroups ofSizes(int[] sizes) {
        int[] begin = new int[sizes.length];
        int[] end = new int[sizes.length];
        int next = 0;
        for (int i = 0; i < sizes.length; i++) {
            begin[i] = next;
            next = Math.addExact(next, sizes[i]);
            end[i] = next;
        }
        return new ImageGroups(begin, end);
    }

    /** How many rows each image has. */
    int[] sizes() {
        int[] sizes = new int[begin.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = end[i] - begin[i];
        }
        return sizes;
    }

    /** The place of each incoming row after grouping; rows of one image keep their order. */
    int[] order(int[] image, int rows) {
        int[] next = Arrays.copyOf(begin, begin.length);
        int[] place = new int[rows];
        for (int row = 0; row < rows; row++) {
            place[row] = next[image[row]]++;
        }
        return place;
    }

    int imageCount() {
        return begin.length;
    }

    int begin(int image) {
        return begin[image];
    }

    int end(int image) {
        return end[image];
    }

    void move(int image, int newBegin, int newEnd) {
        begin[image] = newBegin;
        end[image] = newEnd;
    }
}
