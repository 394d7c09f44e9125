package dev.errata.formats.fields;

import java.util.List;

/**
 * What label files say of images and of labels beside names, classes and boxes.
 *
 * @param images columns by image index, in the order in which the names were found
 * @param labels columns by the position of the record in its file
 * @param tooMany names of fields with so many different texts that they were not kept
 */
public record FieldTable(List<FieldColumn> images, List<FieldColumn> labels, List<String> tooMany) {

    /** Nothing is said. */
    public static final FieldTable NONE = new FieldTable(List.of(), List.of(), List.of());
}
