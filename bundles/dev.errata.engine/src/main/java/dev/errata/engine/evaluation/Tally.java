package dev.errata.engine.evaluation;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.Matches;
import dev.errata.engine.matching.Partner;

/** Counts matches into a confusion matrix, and what stands outside it beside it. */
final class Tally {

    final ConfusionMatrix matrix;
    int ignoredAnnotations;
    int ignoredPredictions;
    int annotations;
    int predictions;

    Tally(int classCount) {
        matrix = new ConfusionMatrix(classCount);
    }

    /** Counts what the selected rows of one image are matched with; -1 takes them out again. */
    void count(Matches matches, Selected selected, int annotationBegin, int annotationEnd, int predictionBegin,
        int predictionEnd, int amount) {
        AnnotationColumns labels = matches.annotations();
        PredictionColumns predicted = matches.predictions();
        int background = matrix.background();
        for (int row = annotationBegin; row < annotationEnd; row++) {
            if (!selected.annotation(row)) {
                continue;
            }
            annotations += amount;
            int prediction = matches.predictionOf(row);
            if (prediction == Partner.IGNORED) {
                ignoredAnnotations += amount;
            } else {
                int label = prediction < 0 ? background : predicted.label(prediction);
                matrix.add(labels.label(row), label, amount);
            }
        }
        for (int row = predictionBegin; row < predictionEnd; row++) {
            int annotation = matches.annotationOf(row);
            if (annotation == Partner.BELOW_CONFIDENCE || !selected.prediction(row)) {
                continue;
            }
            predictions += amount;
            if (annotation == Partner.IGNORED) {
                ignoredPredictions += amount;
            } else if (annotation == Partner.UNMATCHED) {
                matrix.add(background, predicted.label(row), amount);
            } else if (matches.predictionOf(annotation) != row) {
                matrix.add(labels.label(annotation), predicted.label(row), amount);
            }
        }
    }

    void add(Tally other) {
        matrix.add(other.matrix);
        ignoredAnnotations += other.ignoredAnnotations;
        ignoredPredictions += other.ignoredPredictions;
        annotations += other.annotations;
        predictions += other.predictions;
    }

    void clear() {
        matrix.clear();
        ignoredAnnotations = 0;
        ignoredPredictions = 0;
        annotations = 0;
        predictions = 0;
    }
}
