package dev.errata.engine.metrics;

import java.util.Arrays;

import dev.errata.engine.Parallel;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * COCO's matching of one image and class after another: predictions by falling confidence take the free annotation of the
 * highest IoU at or above the threshold, of equal ones the last, annotations that count before those that are ignored.
 * Crowd regions are taken by any number. One instance serves one thread.
 */
final class CocoMatcher implements Parallel.Worker {

    private static final double LARGEST_THRESHOLD = 1 - 1e-10;
    private static final AreaRange[] AREAS = AreaRange.values();
    private static final int ALL_THRESHOLDS = (1 << CocoThresholds.IOU.length) - 1;

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
    /** The only annotation that overlaps a detection and that no other detection overlaps; -1 where there is none. */
    private int[] only = new int[64];
    private int[] overlapLabel = new int[64];
    private double[] overlapIou = new double[64];
    private boolean[] ignored = new boolean[64];
    private boolean[] taken = new boolean[64];
    private int[] overlapping = new int[64];

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
        for (AreaRange area : AREAS) {
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
            only = new int[detectionCount * 2];
        }
        if (ignored.length < labelCount) {
            ignored = new boolean[labelCount * 2];
            taken = new boolean[labelCount * 2];
            overlapping = new int[labelCount * 2];
        }
        Arrays.fill(overlapping, 0, labelCount, 0);
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
                    overlapping[j]++;
                    count++;
                }
            }
        }
        overlapBegin[detectionCount] = count;
        for (int i = 0; i < detectionCount; i++) {
            int first = overlapBegin[i];
            only[i] = overlapBegin[i + 1] == first + 1 && overlapping[overlapLabel[first]] == 1 ? overlapLabel[first] : -1;
        }
    }

    /** The thresholds that an IoU reaches, a bit each. */
    private static int reached(double iou) {
        int count = 0;
        while (count < CocoThresholds.IOU.length && iou >= Math.min(CocoThresholds.IOU[count], LARGEST_THRESHOLD)) {
            count++;
        }
        return (1 << count) - 1;
    }

    private void matchArea(AreaRange area, boolean incomplete, int labelBegin, int labelCount, int detectionBegin,
        int detectionCount) {
        int[] outcome = matches.outcome[area.ordinal()];
        boolean contested = false;
        for (int i = 0; i < detectionCount; i++) {
            int row = detections.row[detectionBegin + i];
            // outside the range, or nobody knows: ignored at every threshold, unless it matches
            boolean inside = !incomplete && area.contains(overlaps.predictionArea(row));
            int free = inside ? 0 : ALL_THRESHOLDS;
            if (only[i] >= 0) {
                // nobody competes for the two: they match wherever their IoU reaches the threshold
                int matched = reached(bestIou[i]);
                outcome[row] = ignored[only[i]] ? (free | matched) << CocoMatches.IGNORED_SHIFT
                    : matched | (free & ~matched) << CocoMatches.IGNORED_SHIFT;
            } else {
                outcome[row] = free << CocoMatches.IGNORED_SHIFT;
                contested |= bestIou[i] > 0;
            }
        }
        if (contested) {
            matchContested(outcome, labelBegin, labelCount, detectionBegin, detectionCount);
        }
    }

    private void matchContested(int[] outcome, int labelBegin, int labelCount, int detectionBegin, int detectionCount) {
        for (int t = 0; t < CocoThresholds.IOU.length; t++) {
            double threshold = Math.min(CocoThresholds.IOU[t], LARGEST_THRESHOLD);
            Arrays.fill(taken, 0, labelCount, false);
            for (int i = 0; i < detectionCount; i++) {
                if (only[i] < 0 && bestIou[i] >= threshold) {
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
