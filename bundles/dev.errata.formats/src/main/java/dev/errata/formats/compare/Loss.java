package dev.errata.formats.compare;

/**
 * Something that labels or predictions have and that is not there any more when they are written in a format and read again.
 *
 * @param kind what
 * @param count how many have lost it
 * @param of how many had it
 * @param example names of some, or an empty text
 */
public record Loss(Kind kind, long count, long of, String example) {

    /** What can be lost. */
    public enum Kind {
        /** Annotations or predictions themselves. */
        RECORDS,
        /** Boxes: they came back different by more than a millionth of a pixel. */
        BOXES,
        /** Classes of annotations, or their names. */
        CLASS_NAMES,
        /** Ids of classes that are no plain count. */
        CLASS_IDS,
        /** The groups that classes belong to. */
        CLASS_GROUPS,
        /** Ids of annotations. */
        ANNOTATION_IDS,
        /** Areas that are not width times height. */
        AREAS,
        /** Outlines. */
        POLYGONS,
        /** The flag of regions of many objects. */
        CROWD_FLAGS,
        /** Attributes, by annotation. */
        ATTRIBUTES,
        /** Fields that have no meaning here, by annotation. */
        UNKNOWN_FIELDS,
        /** Confidences of predictions. */
        CONFIDENCES,
        /** Images. */
        IMAGES,
        /** Names of images. */
        IMAGE_NAMES,
        /** Widths and heights of images. */
        IMAGE_SIZES,
        /** Records of the imported file that were set aside. */
        SET_ASIDE
    }
}
