package dev.errata.engine.evaluation;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** Counts matches into a confusion matrix, and what stands outside it beside it. */
final class Tally {

    final ConfusionMatrix matrix;
    int ignoredAnnotations;
    int ignoredPredictions;
    int predictions;

    Tally(int classCount) {
        matrix = new ConfusionMatrix(classCount);
    }

    /** Counts what the rows of one image are matched with; -1 takes them out again. */
    void count(Matches matches, AnnotationColumns annotations, int annotationBegin, int annotationEnd,
        PredictionColumns predicted, int predictionBegin, int predictionEnd, int amount) {
        int background = matrix.background();
        for (int row = annotationBegin; row < annotationEnd; row++) {
            int prediction = matches.predictionOf(row);
            if (prediction == Evaluation.IGNORED) {
                ignoredAnnotations += amount;
            } else {
                int label = prediction < 0 ? background : predicted.label(prediction);
                matrix.add(annotations.label(row), label, amount);
            }
        }
        for (int row = predictionBegin; row < predictionEnd; row++) {
            int annotation = matches.annotationOf(row);
            if (annotation == Evaluation.BELOW_CONFIDENCE) {
                continue;
            }
            predictions += amount;
            if (annotation == Evaluation.IGNORED) {
                ignoredPredictions += amount;
            } else if (annotation == Evaluation.UNMATCHED) {
                matrix.add(background, predicted.label(row), amount);
            } else if (matches.predictionOf(annotation) != row) {
                matrix.add(annotations.label(annotation), predicted.label(row), amount);
            }
        }
    }

    void add(Tally other) {
        matrix.add(other.matrix);
        ignoredAnnotations += other.ignoredAnnotations;
        ignoredPredictions += other.ignoredPredictions;
        predictions += other.predictions;
    }

    void clear() {
        matrix.clear();
        ignoredAnnotations = 0;
        ignoredPredictions = 0;
        predictions = 0;
    }
}
