package dev.errata.formats.records;

import java.util.List;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.records.Records.Anchor;

/**
 * What is to be changed in the text of one file.
 *
 * @param slots all records of the file, in file order
 * @param additions new records, by image
 */
record FileEdit(List<Slot> slots, List<Addition> additions) {

    /**
     * A record in its file.
     *
     * @param image index of its image, or -1 where that is not known
     * @param text the new text; null leaves the record as it is
     * @param removed whether it is left out
     */
    record Slot(int begin, int end, int image, String text, boolean removed) {
    }

    /**
     * New records of one image.
     *
     * @param anchor where they go if the image has no record
     */
    record Addition(int image, Anchor anchor, List<Added> records) {
    }
}
