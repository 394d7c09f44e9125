package dev.errata.ui.annotation.editor.image;

/** Which predictions are shown over the annotations. */
public enum Overlay {

    /** Those that no annotation of the same class agrees with. */
    DISAGREEING,
    /** All above the confidence threshold. */
    ALL,
    /** None. */
    NONE;

    public Overlay next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
