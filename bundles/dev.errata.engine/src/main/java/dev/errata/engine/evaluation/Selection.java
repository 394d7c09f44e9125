package dev.errata.engine.evaluation;

/**
 * Which of the matched objects count. Matching never depends on it: a label keeps its partner whether or not the two are
 * counted. A pair counts as a whole or not at all, so that what counts is in exactly one cell.
 */
@FunctionalInterface
public interface Selection {

    /** Everything counts. */
    Selection ALL = (image, annotation, prediction) -> true;

    /**
     * Whether a pair, or an object without a partner, counts. Asked from several threads at once.
     *
     * @param annotation a row of the labels, or a negative number where there is no label
     * @param prediction a row of the run, or a negative number where there is no prediction
     */
    boolean includes(int image, int annotation, int prediction);
}
