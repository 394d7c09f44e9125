package dev.errata.formats.records;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import dev.errata.formats.LabelEdit.Added;

/**
 * What is to be changed in the text of one file.
 *
 * @param places of the records of all files
 * @param first the position of the first record of the file
 * @param end behind the position of its last record
 * @param imageOf the image of each position, or -1 where that is not known
 * @param changes new texts of records
 * @param removed the positions of records that are left out
 * @param additions new records, by image
 * @param labels new texts of classes that stand once for several records
 * @param others the other files, whose manner is followed where this one shows none
 */
record FileEdit(RecordPlaces places, int first, int end, int[] imageOf, List<Change> changes, BitSet removed,
    List<Addition> additions, List<TextLayout.Piece> labels, Others others) {

    /** The files that are not edited here. */
    @FunctionalInterface
    interface Others {

        /** How the lines of the first file end that has two. */
        String lineEnd() throws IOException;
    }

    /** The new text of the record at a position. */
    record Change(int position, String text) {
    }

    /**
     * New records of one image.
     *
     * @param anchor where they go if the image has no record
     */
    record Addition(int image, Anchor anchor, List<Added> records) {
    }

    /** Whether the file has no record at all. */
    boolean isEmpty() {
        return first == end;
    }

    /** The positions of the records of an image, ascending. */
    int[] ofImage(int image) {
        int count = 0;
        int[] own = new int[8];
        for (int position = first; position < end; position++) {
            if (imageOf[position] == image) {
                own = count == own.length ? Arrays.copyOf(own, 2 * count) : own;
                own[count++] = position;
            }
        }
        return Arrays.copyOf(own, count);
    }

    long begin(int position) {
        return places.begin(position);
    }

    long end(int position) {
        return places.end(position);
    }
}
