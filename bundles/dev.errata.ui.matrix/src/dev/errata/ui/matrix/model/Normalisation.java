package dev.errata.ui.matrix.model;

/** What the numbers of the matrix are. */
public enum Normalisation {

    /** Objects. */
    COUNTS,
    /** Shares of the row: of all that is labelled with the ground-truth class. */
    ROWS,
    /** Shares of the column: of all that the model takes for the predicted class. */
    COLUMNS
}
