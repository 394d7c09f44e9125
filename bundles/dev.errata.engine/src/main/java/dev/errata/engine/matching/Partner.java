package dev.errata.engine.matching;

/** What stands for the row of the box that another is matched with, where there is none. */
public final class Partner {

    /** The object is matched with nothing. */
    public static final int UNMATCHED = -1;
    /** The object is a crowd region or of an ignored class, or absorbed by such a region. */
    public static final int IGNORED = -2;
    /** The prediction is below the confidence threshold. */
    public static final int BELOW_CONFIDENCE = -3;

    private Partner() {
    }
}
