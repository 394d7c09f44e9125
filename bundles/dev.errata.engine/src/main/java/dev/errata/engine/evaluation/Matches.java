package dev.errata.engine.evaluation;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * Who is matched with whom at one pair of thresholds: a partner's row or a state for each annotation and each prediction.
 * Images are independent, so that several threads may match different images at once.
 */
final class Matches {

    final AnnotationColumns annotations;
    final PredictionColumns predictions;
    final Thresholds thresholds;
    final Profile profile;
    private final Overlaps overlaps;
    private final int[] annotationOf;
    private int[] predictionOf;

    Matches(AnnotationColumns annotations, PredictionColumns predictions, Thresholds thresholds, Profile profile,
        Overlaps overlaps) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.thresholds = thresholds;
        this.profile = profile;
        this.overlaps = overlaps;
        predictionOf = new int[annotations.rowLimit()];
        annotationOf = new int[predictions.size()];
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
    void match(int image, int[] candidates, ImageMatcher matcher) {
        boolean crowdsOrdinary = profile.crowdsOrdinary();
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            predictionOf[row] = !crowdsOrdinary && annotations.crowd(row) ? Evaluation.IGNORED : Evaluation.UNMATCHED;
        }
        boolean strict = profile.strict();
        double confidence = thresholds.confidence();
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            double own = predictions.confidence(row);
            annotationOf[row] = own > confidence || own == confidence && !strict ? Evaluation.UNMATCHED
                : Evaluation.BELOW_CONFIDENCE;
        }
        matcher.match(image, candidates);
    }

    boolean bothFree(int annotation, int prediction) {
        return annotationOf[prediction] == Evaluation.UNMATCHED && predictionOf[annotation] == Evaluation.UNMATCHED;
    }

    boolean free(int prediction) {
        return annotationOf[prediction] == Evaluation.UNMATCHED;
    }

    void pair(int annotation, int prediction) {
        predictionOf[annotation] = prediction;
        annotationOf[prediction] = annotation;
    }

    /** A further prediction of an annotation that has one. */
    void pairFurther(int annotation, int prediction) {
        annotationOf[prediction] = annotation;
    }

    void ignore(int prediction) {
        annotationOf[prediction] = Evaluation.IGNORED;
    }

    void release(int annotation) {
        predictionOf[annotation] = Evaluation.UNMATCHED;
    }

    boolean reaches(double iou) {
        return profile.strict() ? iou > thresholds.iou() : iou >= thresholds.iou();
    }

    double iou(int annotation, int prediction) {
        return overlaps.iou(annotation, prediction);
    }

    double coverage(int annotation, int prediction) {
        return overlaps.coverage(annotation, prediction);
    }
}
