package dev.errata.formats;

import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.masks.Mask;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.formats.GroundTruth.ImageEntry;

/** The masks of labels and predictions, row by row. */
public final class MaskColumns {

    private MaskColumns() {
    }

    /** A box by its row: x, y, width and height. */
    private interface Box {
        double[] of(int row);
    }

    /**
     * How much the masks overlap. An object without a mask is taken as its box, as pycocotools does with predictions.
     *
     * @throws IllegalArgumentException if a mask doesn't fit its image, or the labels don't tell the image's size
     */
    public static MaskOverlaps overlaps(List<ImageEntry> images, AnnotationColumns annotations, RecordMasks ofLabels,
        PredictionColumns predictions, RecordMasks ofPredictions) {
        Mask[] annotationMasks = new Mask[annotations.rowLimit()];
        Mask[] predictionMasks = new Mask[predictions.size()];
        double[] areas = new double[predictions.size()];
        for (int image = 0; image < annotations.imageCount(); image++) {
            ImageEntry entry = images.get(image);
            fill(entry, annotations.begin(image), annotations.end(image), ofLabels, annotations::position,
                row -> new double[] {annotations.x(row), annotations.y(row), annotations.width(row), annotations.height(row)},
                annotationMasks);
            fill(entry, predictions.begin(image), predictions.end(image), ofPredictions, predictions::position,
                row -> new double[] {predictions.x(row), predictions.y(row), predictions.width(row), predictions.height(row)},
                predictionMasks);
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                areas[row] = ofPredictions.withBox().get(predictions.position(row))
                    ? predictions.width(row) * predictions.height(row) : predictionMasks[row].area();
            }
        }
        return new MaskOverlaps(annotationMasks, predictionMasks, areas);
    }

    private static void fill(ImageEntry image, int begin, int end, RecordMasks masks, IntUnaryOperator position, Box box,
        Mask[] into) {
        for (int row = begin; row < end; row++) {
            try {
                into[row] = mask(image, masks.shape(position.applyAsInt(row)), box.of(row));
            } catch (IllegalArgumentException unusable) {
                throw new IllegalArgumentException("image " + image.fileName() + ", record " + position.applyAsInt(row) + ": "
                    + unusable.getMessage(), unusable);
            }
        }
    }

    /**
     * The mask of an object.
     *
     * @param shape null where the box stands for it
     * @param box x, y, width and height
     * @throws IllegalArgumentException if it doesn't fit its image, or the labels don't tell the image's size
     */
    public static Mask mask(ImageEntry image, RecordMasks.Shape shape, double[] box) {
        return shape != null ? shape.rasterise(image.height(), image.width())
            : Mask.ofBox(box[0], box[1], box[2], box[3], image.height(), image.width());
    }
}
