package dev.errata.formats;

/** Something that labels may have and a label format may be able to hold. */
public enum Holds {
    /** Boxes along the axes. */
    BOXES,
    /** Outlines. */
    POLYGONS,
    /** An id of each annotation. */
    ANNOTATION_IDS,
    /** An id of each class that is no plain count. */
    CLASS_IDS,
    /** Typed properties of annotations. */
    ATTRIBUTES,
    /** The flag of regions of many objects. */
    CROWD,
    /** Width and height of images. */
    IMAGE_SIZES,
    /** Images without annotations. */
    NEGATIVES,
    /** Predictions with their confidence. */
    PREDICTIONS,
    /** Fields that the format doesn't define. */
    UNKNOWN_FIELDS,
    /** Boxes beside the image's class alone: classes of whole images. */
    IMAGE_CLASSES
}
