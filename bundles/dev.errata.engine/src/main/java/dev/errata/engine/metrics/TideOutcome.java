package dev.errata.engine.metrics;

/** What each prediction is to TIDE, and what it would be if its error were fixed. */
final class TideOutcome {

    /** Among the predictions that are left out as too many. */
    static final byte OUT = -2;
    static final byte CORRECT = -1;
    /** Fixing the error removes the prediction. */
    static final int REMOVED = -1;

    /** By prediction row: {@link #OUT}, {@link #CORRECT} or the place in {@link TideError}. */
    final byte[] kind;
    /** By prediction row: set aside by an ignore region, so that it holds no place in the curve. */
    final boolean[] setAside;
    /** By prediction row: the class in which it is right once fixed, or {@link #REMOVED}. */
    final int[] fixedClass;

    TideOutcome(int predictions) {
        kind = new byte[predictions];
        setAside = new boolean[predictions];
        fixedClass = new int[predictions];
    }
}
