package dev.errata.engine.evaluation;

import java.util.Arrays;

/**
 * Counts by ground-truth class (rows) and predicted class (columns). The last row and the last column are the background: a
 * prediction without an annotation, an annotation without a prediction. Mutable; see {@link Evaluation#matrix}.
 */
public final class ConfusionMatrix {

    private final int classCount;
    private final long[] counts;

    public ConfusionMatrix(int classCount) {
        this.classCount = classCount;
        this.counts = new long[(classCount + 1) * (classCount + 1)];
    }

    /** The number of label classes, background not counted. */
    public int classCount() {
        return classCount;
    }

    /** The index of the background row and column. */
    public int background() {
        return classCount;
    }

    public long count(int groundTruth, int predicted) {
        return counts[groundTruth * (classCount + 1) + predicted];
    }

    public void add(int groundTruth, int predicted, long amount) {
        counts[groundTruth * (classCount + 1) + predicted] += amount;
    }

    public void add(ConfusionMatrix other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    public long rowTotal(int groundTruth) {
        long total = 0;
        for (int predicted = 0; predicted <= classCount; predicted++) {
            total += count(groundTruth, predicted);
        }
        return total;
    }

    public long columnTotal(int predicted) {
        long total = 0;
        for (int groundTruth = 0; groundTruth <= classCount; groundTruth++) {
            total += count(groundTruth, predicted);
        }
        return total;
    }

    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    public ConfusionMatrix copy() {
        ConfusionMatrix copy = new ConfusionMatrix(classCount);
        copy.add(this);
        return copy;
    }
}
