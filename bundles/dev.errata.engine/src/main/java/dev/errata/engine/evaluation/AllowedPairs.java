package dev.errata.engine.evaluation;

import java.util.Arrays;
import java.util.Collection;

/**
 * Pairs of different label classes that may match, each in one direction: that a car may be predicted as a bus does not
 * allow a bus to be predicted as a car.
 */
public final class AllowedPairs {

    /** Every pair of classes may match. */
    public static final AllowedPairs ANY = new AllowedPairs(new long[0]);

    private final long[] pairs;

    private AllowedPairs(long[] pairs) {
        this.pairs = pairs;
    }

    /**
     * A pair of classes.
     *
     * @param groundTruth the index of the annotation's class
     * @param predicted the index of the prediction's class
     */
    public record Pair(int groundTruth, int predicted) {
    }

    /** Only these, and equal classes; where there are none, every pair may match. */
    public static AllowedPairs of(Collection<Pair> pairs) {
        return new AllowedPairs(
            pairs.stream().mapToLong(pair -> code(pair.groundTruth(), pair.predicted())).sorted().toArray());
    }

    boolean allows(int groundTruth, int predicted) {
        return pairs.length == 0 || groundTruth == predicted || Arrays.binarySearch(pairs, code(groundTruth, predicted)) >= 0;
    }

    private static long code(int groundTruth, int predicted) {
        return (long) groundTruth << 32 | predicted;
    }
}
