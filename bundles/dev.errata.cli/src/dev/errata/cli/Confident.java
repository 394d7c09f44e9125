package dev.errata.cli;

import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.engine.evaluation.Overlaps;

/**
 * The predictions at or above the confidence that was asked for, as if the others were not in the file. What a profile or a
 * dataset leaves out of the matrix counts: metrics over all confidences would be lower without it.
 *
 * @param predictions the predictions
 * @param overlaps theirs
 */
record Confident(PredictionColumns predictions, Overlaps overlaps) {

    static Confident of(Comparison compared) {
        PredictionColumns all = compared.predictions();
        double threshold = compared.leastConfidence();
        int count = 0;
        for (int row = 0; row < all.size(); row++) {
            count += all.confidence(row) >= threshold ? 1 : 0;
        }
        if (count == all.size()) {
            return new Confident(all, compared.overlaps());
        }
        int[] images = new int[count];
        int[] kept = new int[count];
        PredictionRows rows = new PredictionRows(count);
        for (int image = 0; image < all.imageCount(); image++) {
            for (int row = all.begin(image); row < all.end(image); row++) {
                if (all.confidence(row) >= threshold) {
                    images[rows.size()] = image;
                    kept[rows.size()] = row;
                    rows.add(all.label(row), all.x(row), all.y(row), all.width(row), all.height(row), all.confidence(row),
                        all.position(row));
                }
            }
        }
        return new Confident(PredictionColumns.grouped(all.imageCount(), images, rows), new Kept(compared.overlaps(), kept));
    }

    /** Overlaps of some of the predictions, whose rows are given. */
    private record Kept(Overlaps all, int[] rows) implements Overlaps {

        @Override
        public double iou(int annotation, int prediction) {
            return all.iou(annotation, rows[prediction]);
        }

        @Override
        public double coverage(int annotation, int prediction) {
            return all.coverage(annotation, rows[prediction]);
        }

        @Override
        public double predictionArea(int prediction) {
            return all.predictionArea(rows[prediction]);
        }
    }
}
