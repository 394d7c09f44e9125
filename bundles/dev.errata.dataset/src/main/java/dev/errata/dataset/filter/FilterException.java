package dev.errata.dataset.filter;

/** A filter that cannot be understood. */
public final class FilterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column of the first letter that is wrong, from 1; 0 where there is no text */
    public FilterException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** The column of the first letter that is wrong, from 1. */
    public int column() {
        return column;
    }
}
