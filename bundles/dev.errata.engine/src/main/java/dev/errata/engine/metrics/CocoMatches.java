package dev.errata.engine.metrics;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * What each prediction is at every IoU threshold and in every area range: true positive, ignored, or else false positive.
 * One bit a threshold.
 */
final class CocoMatches {

    static final int AREAS = AreaRange.values().length;
    static final int IGNORED_SHIFT = 16;
    /** The rank of a prediction that is not among the most confident ones of its image and class. */
    static final byte OUT = Byte.MAX_VALUE;
    /** The rank of everything from here on; beyond all limits. */
    static final byte LAST_RANK = Byte.MAX_VALUE - 1;

    /** By area range and prediction row: true positives in the low bits, ignored above {@link #IGNORED_SHIFT}. */
    final int[][] outcome;
    /** By prediction row: the place by confidence in its image and class, or {@link #OUT}. */
    final byte[] rank;
    /** By class and area range: the annotations to be found. */
    final int[][] positives;

    private CocoMatches(int predictions, int classCount) {
        outcome = new int[AREAS][predictions];
        rank = new byte[predictions];
        positives = new int[classCount][AREAS];
    }

    /** @param rules of a federated dataset, or null */
    static CocoMatches of(AnnotationColumns annotations, PredictionColumns predictions, int classCount, FederatedRules rules,
        Overlaps overlaps, Progress progress) {
        CocoMatches matches = new CocoMatches(predictions.size(), classCount);
        List<CocoMatcher> matchers = Parallel.images(annotations.imageCount(),
            () -> new CocoMatcher(annotations, predictions, classCount, matches, rules, overlaps), progress);
        for (CocoMatcher matcher : matchers) {
            for (int label = 0; label < classCount; label++) {
                for (int area = 0; area < AREAS; area++) {
                    matches.positives[label][area] += matcher.positives[label][area];
                }
            }
        }
        return matches;
    }
}
