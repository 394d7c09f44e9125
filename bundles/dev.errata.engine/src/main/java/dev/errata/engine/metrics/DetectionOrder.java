package dev.errata.engine.metrics;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.columns.PredictionColumns;

/** The predictions of each class over all images by falling confidence; of equal ones the earlier image, then row, first. */
final class DetectionOrder {

    final int[] rows;
    private final int[] begin;

    private DetectionOrder(int[] rows, int[] begin) {
        this.rows = rows;
        this.begin = begin;
    }

    /**
     * @param imageOrder the images in the order that decides between equal confidences; empty for that of the columns
     * @param rank predictions of rank {@link CocoMatches#OUT} are left out
     */
    static DetectionOrder of(PredictionColumns predictions, int classCount, int[] imageOrder, byte[] rank) {
        int[] sequence = new int[predictions.size()];
        int count = 0;
        for (int i = 0; i < predictions.imageCount(); i++) {
            int image = imageOrder.length == 0 ? i : imageOrder[i];
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                if (rank[row] != CocoMatches.OUT) {
                    sequence[count++] = row;
                }
            }
        }
        double[] confidence = new double[count];
        int[] begin = new int[classCount + 1];
        for (int i = 0; i < count; i++) {
            confidence[i] = predictions.confidence(sequence[i]);
            begin[predictions.label(sequence[i]) + 1]++;
        }
        for (int label = 0; label < classCount; label++) {
            begin[label + 1] += begin[label];
        }
        int[] next = begin.clone();
        int[] rows = new int[count];
        for (int index : FallingOrder.of(confidence, count)) {
            int row = sequence[index];
            rows[next[predictions.label(row)]++] = row;
        }
        return new DetectionOrder(rows, begin);
    }

    int begin(int label) {
        return begin[label];
    }

    int end(int label) {
        return begin[label + 1];
    }
}
