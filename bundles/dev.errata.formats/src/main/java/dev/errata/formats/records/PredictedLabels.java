package dev.errata.formats.records;

import java.io.IOException;
import java.util.List;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.IssueCounts;

/**
 * The predictions of a run in the place of the labels, so that what writes labels can write them. Each has the number of its
 * record, from 1, as id.
 */
public final class PredictedLabels {

    private PredictedLabels() {
    }

    /** Details of predictions: nothing but the confidence, by position. */
    private record Scores(double[] byPosition) implements AnnotationDetails {

        @Override
        public Detail read(int position) throws IOException {
            return NONE.read(position);
        }
    }

    /** @param truth the labels that the predictions belong to */
    public static GroundTruth of(GroundTruth truth, PredictionColumns predictions) {
        int size = predictions.size();
        int records = 0;
        for (int row = 0; row < size; row++) {
            records = Math.max(records, predictions.position(row) + 1);
        }
        AnnotationRows rows = new AnnotationRows(size);
        int[] images = new int[size];
        double[] scores = new double[records];
        for (int image = 0; image < truth.images().size(); image++) {
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                images[rows.size()] = image;
                scores[predictions.position(row)] = predictions.confidence(row);
                rows.add(predictions.position(row) + 1L, predictions.label(row), predictions.x(row), predictions.y(row),
                    predictions.width(row), predictions.height(row), predictions.width(row) * predictions.height(row), false,
                    predictions.position(row));
            }
        }
        return new GroundTruth(truth.format(), truth.images(), truth.classes(),
            AnnotationColumns.grouped(truth.images().size(), images, rows), new Scores(scores), List.of(),
            new RecordCounts(records, size, records - size, 0), IssueCounts.NONE);
    }

    /** Whether these are predictions. */
    public static boolean are(GroundTruth labels) {
        return labels.details() instanceof Scores;
    }

    /** The confidence of the prediction at a position; NaN where these are labels. */
    public static double score(GroundTruth labels, int position) {
        return labels.details() instanceof Scores scores ? scores.byPosition()[position] : Double.NaN;
    }
}
