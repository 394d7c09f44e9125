package dev.errata.engine.metrics;

import java.util.Arrays;

import dev.errata.engine.Parallel;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/** Sorts the predictions of one image after another into TIDE's error types. One instance serves one thread. */
final class TideMatcher implements Parallel.Worker {

    private static final int MAX_DETECTIONS = 100;

    final int[] positives;
    final int[] falseNegatives;
    final int[] missed;
    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final Overlaps overlaps;
    private final double foreground;
    private final double background;
    private final TideOutcome outcome;
    private final ClassGroups detections = new ClassGroups();

    private int labelCount;
    private int[] labels = new int[64];
    private boolean[] used = new boolean[64];
    private int[] bestFix = new int[64];
    private double[] iou = new double[4096];
    private int[] target = new int[MAX_DETECTIONS];

    TideMatcher(AnnotationColumns annotations, PredictionColumns predictions, int classCount, double foreground,
        double background, Overlaps overlaps, TideOutcome outcome) {
        this.overlaps = overlaps;
        this.annotations = annotations;
        this.predictions = predictions;
        this.foreground = foreground;
        this.background = background;
        this.outcome = outcome;
        positives = new int[classCount];
        falseNegatives = new int[classCount];
        missed = new int[classCount];
    }

    @Override
    public void images(int begin, int end) {
        for (int image = begin; image < end; image++) {
            loadLabels(image);
            detections.loadByConfidence(predictions, image);
            int count = Math.min(detections.count, MAX_DETECTIONS);
            for (int i = count; i < detections.count; i++) {
                outcome.kind[detections.row[i]] = TideOutcome.OUT;
            }
            match(count);
            setAside(image, count);
            explain(count);
            countLabels();
        }
    }

    private void loadLabels(int image) {
        int size = annotations.end(image) - annotations.begin(image);
        if (labels.length < size) {
            labels = new int[size * 2];
            used = new boolean[size * 2];
            bestFix = new int[size * 2];
        }
        labelCount = 0;
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            if (!annotations.crowd(row)) {
                labels[labelCount++] = row;
            }
        }
        Arrays.fill(used, 0, labelCount, false);
        Arrays.fill(bestFix, 0, labelCount, -1);
        if (iou.length < labelCount * MAX_DETECTIONS) {
            iou = new double[labelCount * MAX_DETECTIONS];
        }
    }

    /** Each detection takes the free label of its class with the highest IoU, of equal ones the first. */
    private void match(int count) {
        for (int i = 0; i < count; i++) {
            int detection = detections.row[i];
            int best = -1;
            double bestIou = 0;
            for (int j = 0; j < labelCount; j++) {
                double overlap = overlaps.iou(labels[j], detection);
                iou[i * labelCount + j] = overlap;
                if (overlap > bestIou && !used[j] && sameClass(detection, j)) {
                    bestIou = overlap;
                    best = j;
                }
            }
            boolean correct = best >= 0 && bestIou >= foreground;
            outcome.kind[detection] = correct ? TideOutcome.CORRECT : TideOutcome.OUT;
            if (correct) {
                used[best] = true;
            }
        }
    }

    private boolean sameClass(int detection, int label) {
        return predictions.label(detection) == annotations.label(labels[label]);
    }

    private void setAside(int image, int count) {
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            if (!annotations.crowd(row)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                int detection = detections.row[i];
                if (outcome.kind[detection] != TideOutcome.CORRECT && predictions.label(detection) == annotations.label(row)
                    && overlaps.coverage(row, detection) > foreground) {
                    outcome.setAside[detection] = true;
                }
            }
        }
    }

    private void explain(int count) {
        for (int i = 0; i < count; i++) {
            int detection = detections.row[i];
            target[i] = -1;
            if (outcome.kind[detection] != TideOutcome.CORRECT) {
                outcome.kind[detection] = (byte) error(i, detection).ordinal();
                outcome.fixedClass[detection] = TideOutcome.REMOVED;
                int label = target[i];
                // detections come by falling confidence: the first one to need a label is the one that gets it
                if (label >= 0 && !used[label] && bestFix[label] < 0) {
                    bestFix[label] = detection;
                    outcome.fixedClass[detection] = annotations.label(labels[label]);
                }
            }
        }
    }

    private TideError error(int i, int detection) {
        double best = 0;
        double bestUsed = 0;
        double bestOther = 0;
        int bestLabel = 0;
        int bestOtherLabel = 0;
        for (int j = 0; j < labelCount; j++) {
            double overlap = iou[i * labelCount + j];
            if (!sameClass(detection, j)) {
                if (overlap > bestOther) {
                    bestOther = overlap;
                    bestOtherLabel = j;
                }
                continue;
            }
            if (overlap > best) {
                best = overlap;
                bestLabel = j;
            }
            if (used[j]) {
                bestUsed = Math.max(bestUsed, overlap);
            }
        }
        if (labelCount == 0) {
            return TideError.BACKGROUND;
        }
        if (best >= background && best <= foreground) {
            target[i] = bestLabel;
            return TideError.LOCALISATION;
        }
        if (bestOther >= foreground) {
            target[i] = bestOtherLabel;
            return TideError.CLASSIFICATION;
        }
        if (bestUsed >= foreground) {
            return TideError.DUPLICATE;
        }
        return Math.max(best, bestOther) <= background ? TideError.BACKGROUND : TideError.BOTH;
    }

    private void countLabels() {
        for (int j = 0; j < labelCount; j++) {
            int label = annotations.label(labels[j]);
            positives[label]++;
            if (!used[j]) {
                falseNegatives[label]++;
                if (bestFix[j] < 0) {
                    missed[label]++;
                }
            }
        }
    }
}
