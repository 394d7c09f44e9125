package dev.errata.engine.metrics;

import dev.errata.engine.IndexSort;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** The rows of one image ordered by class; predictions of a class by falling confidence. Arrays are reused. */
final class ClassGroups {

    final IndexSort sort = new IndexSort();
    int count;
    int[] row = new int[64];
    private int[] order = new int[64];
    private double[] key = new double[64];
    private double[] label = new double[64];

    /** Annotations by class, then in file order. */
    void load(AnnotationColumns annotations, int image) {
        int begin = annotations.begin(image);
        begin(annotations.end(image) - begin);
        for (int i = 0; i < count; i++) {
            order[i] = i;
            label[i] = annotations.label(begin + i);
        }
        finish(begin);
    }

    /** Predictions by class, then by falling confidence, then in file order. */
    void load(PredictionColumns predictions, int image) {
        int begin = predictions.begin(image);
        begin(predictions.end(image) - begin);
        for (int i = 0; i < count; i++) {
            double confidence = predictions.confidence(begin + i);
            key[i] = confidence == confidence ? -confidence : Double.POSITIVE_INFINITY;
            label[i] = predictions.label(begin + i);
        }
        sort.ascending(key, order, count);
        finish(begin);
    }

    /** Predictions of all classes by falling confidence, then in file order. */
    void loadByConfidence(PredictionColumns predictions, int image) {
        int begin = predictions.begin(image);
        begin(predictions.end(image) - begin);
        for (int i = 0; i < count; i++) {
            double confidence = predictions.confidence(begin + i);
            key[i] = confidence == confidence ? -confidence : Double.POSITIVE_INFINITY;
        }
        sort.ascending(key, order, count);
        for (int i = 0; i < count; i++) {
            row[i] = begin + order[i];
        }
    }

    private void begin(int size) {
        count = size;
        if (size > row.length) {
            int capacity = Math.max(size, row.length * 2);
            row = new int[capacity];
            order = new int[capacity];
            key = new double[capacity];
            label = new double[capacity];
        }
    }

    private void finish(int begin) {
        sort.reorder(label, order, count);
        for (int i = 0; i < count; i++) {
            row[i] = begin + order[i];
        }
    }
}
