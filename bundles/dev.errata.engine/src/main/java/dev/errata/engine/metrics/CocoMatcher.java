package dev.errata.engine.metrics;

import java.util.Arrays;

import dev.errata.engine.Parallel;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Overlaps;

/**
 * COCO's matching of one image and class after another: predictions by falling confidence take the free annotation of the
 * highest IoU at or above the threshold, of equal ones the last, annotations that count before those that are ignored.
 * Crowd regions are taken by any number. One instance serves one thread.
 */
final class CocoMatcher implements Parallel.Worker {

    private static final double LARGEST_THRESHOLD = 1 - 1e-10;

    final int[][] positives;
    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final CocoMatches matches;
    private final Overlaps overlaps;
    /** Or null. */
    private final FederatedRules rules;
    private final ClassGroups byConfidence = new ClassGroups();
    private final ClassGroups labels = new ClassGroups();
    private final ClassGroups detections = new ClassGroups();

    /** Of each detection of the class at hand: where its overlapping annotations begin, and its best IoU. */
    private int[] overlapBegin = new int[64];
    private double[] bestIou = new double[64];
    private int[] overlapLabel = new int[64];
    private double[] overlapIou = new double[64];
    private boolean[] ignored = new boolean[64];
    private boolean[] taken = new boolean[64];

    CocoMatcher(AnnotationColumns annotations, PredictionColumns predictions, int classCount, CocoMatches matches,
        FederatedRules rules, Overlaps overlaps) {
        this.overlaps = overlaps;
        this.rules = rules;
        this.annotations = annotations;
        this.predictions = predictions;
        this.matches = matches;
        positives = new int[classCount][CocoMatches.AREAS];
    }

    @Override
    public void images(int begin, int end) {
        for (int image = begin; image < end; image++) {
            labels.load(annotations, image);
            detections.load(predictions, image);
            if (rules != null) {
                dropBeyondLimit(image);
            }
            matchImage(image);
        }
    }

    private void dropBeyondLimit(int image) {
        byConfidence.loadByConfidence(predictions, image);
        for (int i = 0; i < byConfidence.count; i++) {
            matches.rank[byConfidence.row[i]] = i < FederatedRules.MAX_DETECTIONS ? 0 : CocoMatches.OUT;
        }
    }

    private void matchImage(int image) {
        int nextLabel = 0;
        int nextDetection = 0;
        while (nextLabel < labels.count || nextDetection < detections.count) {
            int label = Integer.MAX_VALUE;
            if (nextLabel < labels.count) {
                label = annotations.label(labels.row[nextLabel]);
            }
            if (nextDetection < detections.count) {
                label = Math.min(label, predictions.label(detections.row[nextDetection]));
            }
            int labelEnd = nextLabel;
            while (labelEnd < labels.count && annotations.label(labels.row[labelEnd]) == label) {
                labelEnd++;
            }
            int detectionEnd = nextDetection;
            while (detectionEnd < detections.count && predictions.label(detections.row[detectionEnd]) == label) {
                detectionEnd++;
            }
            int kept = kept(image, label, labelEnd > nextLabel, nextDetection, detectionEnd);
            matchClass(image, label, nextLabel, labelEnd, nextDetection, kept);
            nextLabel = labelEnd;
            nextDetection = detectionEnd;
        }
    }

    /** Ranks the detections of a class and returns how many of them, the most confident ones, count. */
    private int kept(int image, int label, boolean labelled, int begin, int end) {
        int kept = 0;
        if (rules == null) {
            kept = Math.min(end - begin, CocoThresholds.MAX_DETECTIONS);
        } else if (labelled || rules.isAbsent(image, label)) {
            while (begin + kept < end && matches.rank[detections.row[begin + kept]] != CocoMatches.OUT) {
                kept++;
            }
        }
        for (int i = begin; i < end; i++) {
            matches.rank[detections.row[i]] = i - begin < kept ? (byte) Math.min(i - begin, CocoMatches.LAST_RANK)
                : CocoMatches.OUT;
        }
        return kept;
    }

    private void matchClass(int image, int label, int labelBegin, int labelEnd, int detectionBegin, int kept) {
        boolean incomplete = rules != null && rules.isIncomplete(image, label);
        int labelCount = labelEnd - labelBegin;
        findOverlaps(labelBegin, labelCount, detectionBegin, kept);
        for (AreaRange area : AreaRange.values()) {
            int wanted = 0;
            for (int j = 0; j < labelCount; j++) {
                int row = labels.row[labelBegin + j];
                ignored[j] = annotations.crowd(row) || !area.contains(annotations.area(row));
                wanted += ignored[j] ? 0 : 1;
            }
            positives[label][area.ordinal()] += wanted;
            matchArea(area, incomplete, labelBegin, labelCount, detectionBegin, kept);
        }
    }

    private void findOverlaps(int labelBegin, int labelCount, int detectionBegin, int detectionCount) {
        if (overlapBegin.length <= detectionCount) {
            overlapBegin = new int[detectionCount * 2];
            bestIou = new double[detectionCount * 2];
        }
        if (ignored.length < labelCount) {
            ignored = new boolean[labelCount * 2];
            taken = new boolean[labelCount * 2];
        }
        int count = 0;
        for (int i = 0; i < detectionCount; i++) {
            overlapBegin[i] = count;
            bestIou[i] = 0;
            int detection = detections.row[detectionBegin + i];
            for (int j = 0; j < labelCount; j++) {
                int row = labels.row[labelBegin + j];
                double iou = annotations.crowd(row) ? overlaps.coverage(row, detection) : overlaps.iou(row, detection);
                if (iou >= CocoThresholds.IOU[0]) {
                    if (count == overlapLabel.length) {
                        overlapLabel = Arrays.copyOf(overlapLabel, count * 2);
                        overlapIou = Arrays.copyOf(overlapIou, count * 2);
                    }
                    overlapLabel[count] = j;
                    overlapIou[count] = iou;
                    bestIou[i] = Math.max(bestIou[i], iou);
                    count++;
                }
            }
        }
        overlapBegin[detectionCount] = count;
    }

    private void matchArea(AreaRange area, boolean incomplete, int labelBegin, int labelCount, int detectionBegin,
        int detectionCount) {
        int[] outcome = matches.outcome[area.ordinal()];
        int all = (1 << CocoThresholds.IOU.length) - 1;
        for (int i = 0; i < detectionCount; i++) {
            int row = detections.row[detectionBegin + i];
            // outside the range, or nobody knows: ignored at every threshold, unless it matches
            boolean inside = !incomplete && area.contains(overlaps.predictionArea(row));
            outcome[row] = inside ? 0 : all << CocoMatches.IGNORED_SHIFT;
        }
        if (overlapBegin[detectionCount] == 0) {
            return;
        }
        for (int t = 0; t < CocoThresholds.IOU.length; t++) {
            double threshold = Math.min(CocoThresholds.IOU[t], LARGEST_THRESHOLD);
            Arrays.fill(taken, 0, labelCount, false);
            for (int i = 0; i < detectionCount; i++) {
                if (bestIou[i] >= threshold) {
                    int match = best(i, threshold, false);
                    boolean found = match >= 0;
                    if (!found) {
                        match = best(i, threshold, true);
                    }
                    if (match >= 0) {
                        taken[match] = !annotations.crowd(labels.row[labelBegin + match]);
                        int row = detections.row[detectionBegin + i];
                        int bit = 1 << t;
                        outcome[row] = outcome[row] & ~(bit << CocoMatches.IGNORED_SHIFT)
                            | (found ? bit : bit << CocoMatches.IGNORED_SHIFT);
                    }
                }
            }
        }
    }

    private int best(int detection, double threshold, boolean amongIgnored) {
        int match = -1;
        double best = threshold;
        for (int k = overlapBegin[detection]; k < overlapBegin[detection + 1]; k++) {
            int label = overlapLabel[k];
            if (ignored[label] == amongIgnored && !taken[label] && overlapIou[k] >= best) {
                best = overlapIou[k];
                match = label;
            }
        }
        return match;
    }
}
