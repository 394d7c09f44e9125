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
        int[] end = new int[imageCount];
        for (int row = 0; row < rows; row++) {
            end[image[row]]++;
        }
        int[] begin = new int[imageCount];
        int next = 0;
        for (int i = 0; i < imageCount; i++) {
            begin[i] = next;
            next += end[i];
            end[i] = next;
        }
        return new ImageGroups(begin, end);
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
