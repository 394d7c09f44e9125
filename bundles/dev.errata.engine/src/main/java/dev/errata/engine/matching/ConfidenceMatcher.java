package dev.errata.engine.matching;

import java.util.Arrays;

import dev.errata.engine.IndexSort;

/**
 * COCO's order: predictions by falling confidence take the free annotation of the highest IoU, of equal ones the last in the
 * file; who finds none may fall to a crowd region of its class.
 */
public final class ConfidenceMatcher implements ImageMatcher {

    /** Further predictions of a class in an image are ignored. */
    public static final int MAX_DETECTIONS = 100;
    private static final double LARGEST_THRESHOLD = 1 - 1e-10;

    private final Matches matches;
    private final boolean withinClass;
    private final IndexSort sort = new IndexSort();
    private final PairBuffer pairs = new PairBuffer();
    private int[] order = new int[128];
    private double[] key = new double[128];
    private int[] ofClass = new int[0];

    /** @param withinClass only pairs of the same class match, 100 predictions count, crowd regions ignore */
    ConfidenceMatcher(Matches matches, boolean withinClass) {
        this.matches = matches;
        this.withinClass = withinClass;
    }

    @Override
    public void match(int image, int[] candidates) {
        int begin = matches.predictions().begin(image);
        int count = matches.predictions().end(image) - begin;
        sortPredictions(begin, count);
        if (withinClass) {
            dropBeyondLimit(begin, count);
        }
        sortPairs(candidates, begin);
        if (!withinClass) {
            for (int row = matches.annotations().begin(image); row < matches.annotations().end(image); row++) {
                if (!matches.regions().ofAnyClass(row)) {
                    matches.release(row);
                }
            }
        }
        int pair = 0;
        for (int i = 0; i < count; i++) {
            int prediction = begin + order[i];
            int pairEnd = pair;
            while (pairEnd < pairs.count && pairs.prediction[pairs.order[pairEnd]] == prediction) {
                pairEnd++;
            }
            if (matches.free(prediction)) {
                match(prediction, pair, pairEnd);
            }
            pair = pairEnd;
        }
    }

    private void sortPredictions(int begin, int count) {
        if (order.length < count) {
            order = new int[count * 2];
            key = new double[count * 2];
        }
        for (int i = 0; i < count; i++) {
            key[i] = matches.predictions().position(begin + i);
        }
        sort.ascending(key, order, count);
        for (int i = 0; i < count; i++) {
            key[i] = falling(begin + i);
        }
        sort.reorder(key, order, count);
    }

    private double falling(int prediction) {
        double confidence = matches.predictions().confidence(prediction);
        return confidence == confidence ? -confidence : Double.POSITIVE_INFINITY;
    }

    private void dropBeyondLimit(int begin, int count) {
        if (count <= MAX_DETECTIONS) {
            return;
        }
        int classes = 0;
        for (int i = 0; i < count; i++) {
            classes = Math.max(classes, matches.predictions().label(begin + i) + 1);
        }
        if (ofClass.length < classes) {
            ofClass = new int[classes];
        }
        Arrays.fill(ofClass, 0);
        for (int i = 0; i < count; i++) {
            int prediction = begin + order[i];
            if (matches.free(prediction) && ++ofClass[matches.predictions().label(prediction)] > MAX_DETECTIONS) {
                matches.ignore(prediction);
            }
        }
    }

    /** By the order of the predictions, then annotations before crowd regions, then by the annotations' places in the file. */
    private void sortPairs(int[] candidates, int first) {
        pairs.clear();
        double threshold = Math.min(matches.thresholds().iou(), LARGEST_THRESHOLD);
        int level = Candidates.level(threshold);
        int ordinaryEnd = Candidates.HEADER + 2 * (candidates[0] + candidates[1]);
        int end = withinClass ? Candidates.HEADER + 2 * candidates[0] : ordinaryEnd;
        for (int i = Candidates.HEADER; i < end; i += 2) {
            if (Candidates.level(candidates[i + 1]) >= level) {
                int found = Candidates.prediction(candidates[i + 1], first);
                double iou = matches.iou(candidates[i], found);
                if (iou >= threshold) {
                    pairs.add(candidates[i], found, iou);
                }
            }
        }
        for (int i = ordinaryEnd; i < candidates.length; i += 2) {
            int found = Candidates.prediction(candidates[i + 1], first);
            double covered = matches.coverage(candidates[i], found);
            if (covered >= threshold && !matches.regions().ofAnyClass(candidates[i])) {
                pairs.add(candidates[i], found, covered);
            }
        }
        pairs.unsorted();
        pairs.sortBy(i -> matches.annotations().position(pairs.annotation[i]));
        pairs.sortBy(i -> matches.annotations().crowd(pairs.annotation[i]) ? 1 : 0);
        pairs.sortBy(i -> matches.predictions().position(pairs.prediction[i]));
        pairs.sortBy(i -> falling(pairs.prediction[i]));
    }

    private void match(int prediction, int begin, int end) {
        int best = -1;
        double bestIou = 0;
        for (int k = begin; k < end; k++) {
            int pair = pairs.order[k];
            int annotation = pairs.annotation[pair];
            boolean crowd = matches.annotations().crowd(annotation);
            if (crowd && best >= 0 && !matches.annotations().crowd(best)) {
                break;
            }
            if ((crowd || matches.bothFree(annotation, prediction)) && pairs.iou[pair] >= bestIou) {
                bestIou = pairs.iou[pair];
                best = annotation;
            }
        }
        if (best < 0) {
            return;
        }
        if (matches.annotations().crowd(best) && withinClass) {
            matches.ignore(prediction);
        } else if (matches.bothFree(best, prediction)) {
            matches.pair(best, prediction);
        } else {
            matches.pairFurther(best, prediction);
        }
    }
}
