package dev.errata.formats;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.errata.formats.coco.CocoMaskOutlines;
import dev.errata.formats.text.Offsets;

/** Reads what the columns don't hold of single records, from the file they came from. Thread safe. */
public interface AnnotationDetails {

    /** Nothing more is known of any record. */
    AnnotationDetails NONE = position -> new Detail(List.of(), Map.of(), "");

    /**
     * @param position the place of the record in its file, as {@code AnnotationColumns.position} gives it
     * @throws IOException if the file cannot be read or changed since
     */
    Detail read(int position) throws IOException;

    /** Whether a record is read without what stands before it in its file: hundreds may be asked for, in any order. */
    default boolean quick() {
        return true;
    }

    /** Where the records begin in their file, by position, if that is all that is needed to read them again. */
    default Optional<Offsets> places() {
        return Optional.empty();
    }

    /**
     * The rest of a record.
     *
     * @param polygons closed outlines, x and y in turn, pixels
     * @param attributes typed properties as text, in file order
     * @param unknownFields a JSON object of the fields that have no place elsewhere, or an empty text
     */
    record Detail(List<double[]> polygons, Map<String, String> attributes, String unknownFields) {

        /** The polygons, or the outlines of the run-length encoded mask that there is for them. */
        public List<double[]> outlines() {
            return polygons.isEmpty() ? CocoMaskOutlines.of(unknownFields) : polygons;
        }
    }
}
