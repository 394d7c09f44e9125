package dev.errata.engine.evaluation;

import dev.errata.engine.matching.Partner;

/**
 * Where a comparison counts an object: in a cell of the matrix, or beside it.
 *
 * @param groundTruth the row; the number of classes stands for the background
 * @param predicted the column; the number of classes stands for the background
 */
public record Place(int groundTruth, int predicted) {

    /** Beside the matrix: a crowd region, absorbed by one, or beyond what the profile counts. */
    public static final Place IGNORED = new Place(Partner.IGNORED, Partner.IGNORED);

    /** Beside the matrix: a prediction below the confidence threshold. */
    public static final Place BELOW_CONFIDENCE = new Place(Partner.BELOW_CONFIDENCE, Partner.BELOW_CONFIDENCE);

    /** Whether it is a cell of the matrix. */
    public boolean isCell() {
        return groundTruth >= 0;
    }

    static Place ofAnnotation(Evaluation evaluation, int annotation) {
        int prediction = evaluation.predictionOf(annotation);
        if (prediction == Partner.IGNORED) {
            return IGNORED;
        }
        int predicted = prediction < 0 ? evaluation.matrix().background() : evaluation.predictions().label(prediction);
        return new Place(evaluation.annotations().label(annotation), predicted);
    }

    static Place ofPrediction(Evaluation evaluation, int prediction) {
        int annotation = evaluation.annotationOf(prediction);
        if (annotation == Partner.IGNORED) {
            return IGNORED;
        }
        if (annotation == Partner.BELOW_CONFIDENCE) {
            return BELOW_CONFIDENCE;
        }
        int groundTruth = annotation < 0 ? evaluation.matrix().background() : evaluation.annotations().label(annotation);
        return new Place(groundTruth, evaluation.predictions().label(prediction));
    }
}
