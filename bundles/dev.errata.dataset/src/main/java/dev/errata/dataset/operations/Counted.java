package dev.errata.dataset.operations;

import java.util.Arrays;
import java.util.function.IntPredicate;

import dev.errata.dataset.filter.Filter;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.engine.overlaps.Overlaps;

/**
 * What metrics count: the images that pass the filter, and the predictions at or above the confidence that was asked for, as if
 * nothing else were in the files. What a profile or a dataset leaves out of the matrix counts: metrics over all confidences
 * would be lower without it.
 *
 * @param annotations the labels
 * @param predictions the predictions
 * @param overlaps theirs
 */
public record Counted(AnnotationColumns annotations, PredictionColumns predictions, Overlaps overlaps) {

    /**
     * Leaves out what doesn't count.
     *
     * @param filter null for all images
     * @param leastConfidence predictions below it don't count
     * @throws IllegalArgumentException if the filter asks of more than images: average precision counts every prediction, and
     *         many have no label to ask
     */
    public static Counted of(AnnotationColumns annotations, PredictionColumns predictions, Overlaps overlaps, Filter filter,
        double leastConfidence) {
        if (filter != null && !filter.ofImagesOnly()) {
            throw new IllegalArgumentException("metrics count whole images");
        }
        IntPredicate passes = image -> filter == null || filter.includes(null, image, -1, -1);
        int[] predictionRows = rows(predictions.size(), predictions.imageCount(), predictions::begin, predictions::end,
            passes,
            row -> predictions.confidence(row) >= leastConfidence);
        if (filter == null && predictionRows.length == predictions.size()) {
            return new Counted(annotations, predictions, overlaps);
        }
        int[] annotationRows = rows(annotations.size(), annotations.imageCount(), annotations::begin, annotations::end, passes,
            row -> true);
        return new Counted(kept(annotations, annotationRows), kept(predictions, predictionRows),
            new Kept(overlaps, annotationRows, predictionRows));
    }

    /** Where the rows of an image begin or end. */
    private interface Bound {
        int of(int image);
    }

    private static int[] rows(int most, int images, Bound begin, Bound end, IntPredicate image, IntPredicate row) {
        int[] rows = new int[most];
        int size = 0;
        for (int i = 0; i < images; i++) {
            for (int at = begin.of(i); image.test(i) && at < end.of(i); at++) {
                if (row.test(at)) {
                    rows[size++] = at;
                }
            }
        }
        return Arrays.copyOf(rows, size);
    }

    private static AnnotationColumns kept(AnnotationColumns all, int[] rows) {
        AnnotationRows kept = new AnnotationRows(rows.length);
        int[] images = new int[rows.length];
        for (int image = 0; image < all.imageCount(); image++) {
            while (kept.size() < rows.length && isIn(rows[kept.size()], all.begin(image), all.end(image))) {
                int row = rows[kept.size()];
                images[kept.size()] = image;
                kept.add(all.id(row), all.label(row), all.x(row), all.y(row), all.width(row), all.height(row), all.area(row),
                    all.crowd(row), all.position(row));
            }
        }
        return AnnotationColumns.grouped(all.imageCount(), images, kept);
    }

    private static PredictionColumns kept(PredictionColumns all, int[] rows) {
        PredictionRows kept = new PredictionRows(rows.length);
        int[] images = new int[rows.length];
        for (int image = 0; image < all.imageCount(); image++) {
            while (kept.size() < rows.length && isIn(rows[kept.size()], all.begin(image), all.end(image))) {
                int row = rows[kept.size()];
                images[kept.size()] = image;
                kept.add(all.label(row), all.x(row), all.y(row), all.width(row), all.height(row), all.confidence(row),
                    all.position(row));
            }
        }
        return PredictionColumns.grouped(all.imageCount(), images, kept);
    }

    private static boolean isIn(int row, int begin, int end) {
        return row >= begin && row < end;
    }

    /** Overlaps of some of the labels and predictions, whose rows are given. */
    private record Kept(Overlaps all, int[] annotationRows, int[] predictionRows) implements Overlaps {

        @Override
        public double iou(int annotation, int prediction) {
            return all.iou(annotationRows[annotation], predictionRows[prediction]);
        }

        @Override
        public double coverage(int annotation, int prediction) {
            return all.coverage(annotationRows[annotation], predictionRows[prediction]);
        }

        @Override
        public double predictionArea(int prediction) {
            return all.predictionArea(predictionRows[prediction]);
        }
    }
}
