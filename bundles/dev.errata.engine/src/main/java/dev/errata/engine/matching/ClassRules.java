package dev.errata.engine.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What a person says of label classes: which count as right for each other, and which are only there to be ignored. Immutable.
 *
 * <p>An allowed pair has a direction: that a car may be predicted as a bus does not allow a bus to be predicted as a car. It
 * changes no match, but counts as agreement; in {@link Profile#NUCLEUS} only allowed pairs and equal classes match where there
 * are any. Labels of an ignored class are regions that absorb leftover predictions of any class, as KITTI's DontCare; its
 * predictions are ignored.
 */
public final class ClassRules {

    /** Nothing is said. */
    public static final ClassRules NONE = new ClassRules(new long[0], new BitSet());

    private final long[] pairs;
    private final BitSet ignored;

    private ClassRules(long[] pairs, BitSet ignored) {
        this.pairs = pairs;
        this.ignored = ignored;
    }

    /**
     * A pair of classes.
     *
     * @param groundTruth the index of the annotation's class
     * @param predicted the index of the prediction's class
     */
    public record Pair(int groundTruth, int predicted) {
    }

    /**
     * Rules.
     *
     * @param allowed pairs of different classes that count as right
     * @param ignored the indexes of classes
     */
    public static ClassRules of(Collection<Pair> allowed, Collection<Integer> ignored) {
        BitSet classes = new BitSet();
        ignored.forEach(classes::set);
        return new ClassRules(
            allowed.stream().filter(pair -> pair.groundTruth() != pair.predicted())
                .mapToLong(pair -> code(pair.groundTruth(), pair.predicted())).distinct().sorted().toArray(), classes);
    }

    /** The pairs of different classes that count as right. */
    public List<Pair> allowed() {
        return Arrays.stream(pairs).mapToObj(code -> new Pair((int) (code >> 32), (int) code)).toList();
    }

    /** The classes that are ignored, in rising order. */
    public List<Integer> ignored() {
        return ignored.stream().boxed().toList();
    }

    /** Whether a label and its prediction agree: equal classes, or an allowed pair. The background agrees with nothing. */
    public boolean agree(int groundTruth, int predicted) {
        return groundTruth == predicted || Arrays.binarySearch(pairs, code(groundTruth, predicted)) >= 0;
    }

    /** Whether a class is ignored. */
    public boolean ignores(int label) {
        return ignored.get(label);
    }

    /** Whether only agreeing classes match where a profile goes by the allowed pairs. */
    public boolean mayMatch(int groundTruth, int predicted) {
        return pairs.length == 0 || agree(groundTruth, predicted);
    }

    private static long code(int groundTruth, int predicted) {
        return (long) groundTruth << 32 | predicted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassRules rules && Arrays.equals(pairs, rules.pairs) && ignored.equals(rules.ignored);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pairs) + ignored.hashCode();
    }

    @Override
    public String toString() {
        return "allowed " + allowed() + ", ignored " + ignored;
    }
}
