package dev.errata.engine.metrics;

/** TIDE's error types, in the order in which they are reported. */
public enum TideError {

    /** It overlaps an object well, but names another class. */
    CLASSIFICATION("Cls"),
    /** The class is right, the box overlaps the object too little. */
    LOCALISATION("Loc"),
    /** Neither class nor box is right. */
    BOTH("Both"),
    /** It would be right, had not a more confident one taken the object. */
    DUPLICATE("Dupe"),
    /** There is no object. */
    BACKGROUND("Bkg"),
    /** An object that no wrong prediction comes near. */
    MISSED("Miss");

    private final String shortName;

    TideError(String shortName) {
        this.shortName = shortName;
    }

    /** TIDE's own name. */
    public String shortName() {
        return shortName;
    }
}
