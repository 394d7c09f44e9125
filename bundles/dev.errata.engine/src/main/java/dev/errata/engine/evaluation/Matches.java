package dev.errata.engine.evaluation;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * Who is matched with whom at one pair of thresholds: a partner's row or a state for each annotation and each prediction.
 * Images are independent, so that several threads may match different images at once.
 */
final class Matches {

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final Thresholds thresholds;
    private final int[] annotationOf;
    private int[] predictionOf;

    Matches(AnnotationColumns annotations, PredictionColumns predictions, Thresholds thresholds) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.thresholds = thresholds;
        predictionOf = new int[annotations.rowLimit()];
        annotationOf = new int[predictions.size()];
    }

    Thresholds thresholds() {
        return thresholds;
    }

    int predictionOf(int annotationRow) {
        return predictionOf[annotationRow];
    }

    int annotationOf(int predictionRow) {
        return annotationOf[predictionRow];
    }

    /** Makes room for rows that an edit has appended. */
    void ensureCapacity(int rowLimit) {
        if (rowLimit > predictionOf.length) {
            predictionOf = Arrays.copyOf(predictionOf, rowLimit + (rowLimit >> 4) + 64);
        }
    }

    /** Matches one image from its candidates. */
    void match(int image, int[] candidates) {
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            predictionOf[row] = annotations.crowd(row) ? Evaluation.IGNORED : Evaluation.UNMATCHED;
        }
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            annotationOf[row] = predictions.confidence(row) >= thresholds.confidence() ? Evaluation.UNMATCHED
                : Evaluation.BELOW_CONFIDENCE;
        }
        int sameClass = candidates[0];
        int crossClass = candidates[1];
        int begin = Candidates.HEADER;
        take(candidates, begin, sameClass);
        begin += 2 * sameClass;
        take(candidates, begin, crossClass);
        begin += 2 * crossClass;
        absorb(candidates, begin);
    }

    private void take(int[] candidates, int begin, int count) {
        int end = begin + 2 * aboveThreshold(candidates, begin, count);
        for (int i = begin; i < end; i += 2) {
            int annotation = candidates[i];
            int prediction = candidates[i + 1];
            if (annotationOf[prediction] == Evaluation.UNMATCHED && predictionOf[annotation] == Evaluation.UNMATCHED) {
                predictionOf[annotation] = prediction;
                annotationOf[prediction] = annotation;
            }
        }
    }

    /** How many of the pairs, which stand by falling IoU, reach the threshold. */
    private int aboveThreshold(int[] candidates, int begin, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int pair = begin + 2 * middle;
            if (Overlap.iou(annotations, candidates[pair], predictions, candidates[pair + 1]) >= thresholds.iou()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void absorb(int[] candidates, int begin) {
        for (int i = begin; i < candidates.length; i += 2) {
            int prediction = candidates[i + 1];
            if (annotationOf[prediction] == Evaluation.UNMATCHED
                && Overlap.coverage(annotations, candidates[i], predictions, prediction) >= thresholds.iou()) {
                annotationOf[prediction] = Evaluation.IGNORED;
            }
        }
    }
}
