package dev.errata.ui.mismatch.tiles;

import java.util.Arrays;
import java.util.function.IntConsumer;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * The members of a cell in the order of the grid, in primitive arrays: some 80 bytes a tile. What is kept is how things stood
 * when the grid was filled; later changes show as {@link TileStates}. Immutable once built.
 */
public final class Tiles {

    /** Stands for an id or position that is not there. */
    public static final int NONE = -1;
    private static final int BOX = 4;

    private final int size;
    private final int[] image;
    private final long[] annotation;
    private final int[] prediction;
    private final int[] groundTruth;
    private final int[] predicted;
    private final float[] confidence;
    private final float[] iou;
    private final float[] annotationBox;
    private final float[] predictionBox;
    /** The indexes of the tiles, sorted by image and then by order. */
    private final int[] byImage;

    private Tiles(Builder builder) {
        size = builder.size;
        image = Arrays.copyOf(builder.image, size);
        annotation = Arrays.copyOf(builder.annotation, size);
        prediction = Arrays.copyOf(builder.prediction, size);
        groundTruth = Arrays.copyOf(builder.groundTruth, size);
        predicted = Arrays.copyOf(builder.predicted, size);
        confidence = Arrays.copyOf(builder.confidence, size);
        iou = Arrays.copyOf(builder.iou, size);
        annotationBox = Arrays.copyOf(builder.annotationBox, size * BOX);
        predictionBox = Arrays.copyOf(builder.predictionBox, size * BOX);
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) image[i] << 32 | i;
        }
        Arrays.sort(keys);
        byImage = new int[size];
        for (int i = 0; i < size; i++) {
            byImage[i] = (int) keys[i];
        }
    }

    public static Tiles empty() {
        return new Builder(0).build();
    }

    public int size() {
        return size;
    }

    /** The index of the image. */
    public int image(int tile) {
        return image[tile];
    }

    /** The id of the annotation, or {@link #NONE}. */
    public long annotation(int tile) {
        return annotation[tile];
    }

    /** The position of the prediction in its results file, or {@link #NONE}. */
    public int prediction(int tile) {
        return prediction[tile];
    }

    /** The index of the annotation's class; that of the background where there is no annotation. */
    public int groundTruth(int tile) {
        return groundTruth[tile];
    }

    /** The index of the prediction's class; that of the background where there is no prediction. */
    public int predicted(int tile) {
        return predicted[tile];
    }

    /** 0 where there is no prediction. */
    public float confidence(int tile) {
        return confidence[tile];
    }

    public float iou(int tile) {
        return iou[tile];
    }

    public boolean hasAnnotation(int tile) {
        return annotation[tile] != NONE;
    }

    public boolean hasPrediction(int tile) {
        return prediction[tile] != NONE;
    }

    /** In image pixels; null where there is no annotation. */
    public Box annotationBox(int tile) {
        return hasAnnotation(tile) ? Box.at(annotationBox, tile * BOX) : null;
    }

    /** In image pixels; null where there is no prediction. */
    public Box predictionBox(int tile) {
        return hasPrediction(tile) ? Box.at(predictionBox, tile * BOX) : null;
    }

    /** Calls back with every tile of an image, in order. */
    public void ofImage(int wanted, IntConsumer action) {
        for (int i = firstOfImage(wanted); i < size && image[byImage[i]] == wanted; i++) {
            action.accept(byImage[i]);
        }
    }

    /** The tile of a mismatch, or {@link #NONE}. */
    public int indexOf(int inImage, long annotationId, int predictionPosition) {
        for (int i = firstOfImage(inImage); i < size && image[byImage[i]] == inImage; i++) {
            int tile = byImage[i];
            if (annotation[tile] == annotationId && prediction[tile] == predictionPosition) {
                return tile;
            }
        }
        return NONE;
    }

    private int firstOfImage(int wanted) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (image[byImage[middle]] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A box in image pixels.
     *
     * @param x left edge
     * @param y upper edge
     */
    public record Box(double x, double y, double width, double height) {

        private static Box at(float[] values, int index) {
            return new Box(values[index], values[index + 1], values[index + 2], values[index + 3]);
        }

        /** The smallest box around both; this one where the other is null. */
        public Box union(Box other) {
            if (other == null) {
                return this;
            }
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(left, top, Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
        }
    }

    /** Collects tiles in the order of the grid. */
    public static final class Builder {

        private static final int SMALLEST = 64;

        private int size;
        private int[] image;
        private long[] annotation;
        private int[] prediction;
        private int[] groundTruth;
        private int[] predicted;
        private float[] confidence;
        private float[] iou;
        private float[] annotationBox;
        private float[] predictionBox;

        /** @param expected how many tiles there will be, about */
        public Builder(int expected) {
            int capacity = Math.max(SMALLEST, expected);
            image = new int[capacity];
            annotation = new long[capacity];
            prediction = new int[capacity];
            groundTruth = new int[capacity];
            predicted = new int[capacity];
            confidence = new float[capacity];
            iou = new float[capacity];
            annotationBox = new float[capacity * BOX];
            predictionBox = new float[capacity * BOX];
        }

        /**
         * Adds a tile of a label, a prediction or both.
         *
         * @param annotation row of the label, or negative
         * @param prediction row of the prediction, or negative
         * @param background the class index where one is missing
         * @param intersectionOverUnion of the two; 0 where one is missing
         */
        public Builder pair(AnnotationColumns annotations, int annotation, PredictionColumns predictions, int prediction,
            int onImage, int background, double intersectionOverUnion) {
            tile(onImage, annotation >= 0 ? annotations.label(annotation) : background,
                prediction >= 0 ? predictions.label(prediction) : background, intersectionOverUnion);
            if (annotation >= 0) {
                annotation(annotations.id(annotation), annotations.x(annotation), annotations.y(annotation),
                    annotations.width(annotation), annotations.height(annotation));
            }
            if (prediction >= 0) {
                prediction(predictions.position(prediction), predictions.confidence(prediction), predictions.x(prediction),
                    predictions.y(prediction), predictions.width(prediction), predictions.height(prediction));
            }
            return this;
        }

        /** Begins a tile; {@link #annotation} and {@link #prediction} say what is on it. */
        public Builder tile(int onImage, int groundTruthClass, int predictedClass, double intersectionOverUnion) {
            if (size == image.length) {
                grow();
            }
            image[size] = onImage;
            annotation[size] = NONE;
            prediction[size] = NONE;
            groundTruth[size] = groundTruthClass;
            predicted[size] = predictedClass;
            iou[size] = (float) intersectionOverUnion;
            size++;
            return this;
        }

        /** The annotation of the tile that was begun last. */
        public Builder annotation(long id, double x, double y, double width, double height) {
            annotation[size - 1] = id;
            put(annotationBox, x, y, width, height);
            return this;
        }

        /** The prediction of the tile that was begun last. */
        public Builder prediction(int position, double score, double x, double y, double width, double height) {
            prediction[size - 1] = position;
            confidence[size - 1] = (float) score;
            put(predictionBox, x, y, width, height);
            return this;
        }

        public Tiles build() {
            return new Tiles(this);
        }

        private void put(float[] boxes, double x, double y, double width, double height) {
            int at = (size - 1) * BOX;
            boxes[at] = (float) x;
            boxes[at + 1] = (float) y;
            boxes[at + 2] = (float) width;
            boxes[at + 3] = (float) height;
        }

        private void grow() {
            int capacity = Math.addExact(size, (size >> 1) + SMALLEST);
            image = Arrays.copyOf(image, capacity);
            annotation = Arrays.copyOf(annotation, capacity);
            prediction = Arrays.copyOf(prediction, capacity);
            groundTruth = Arrays.copyOf(groundTruth, capacity);
            predicted = Arrays.copyOf(predicted, capacity);
            confidence = Arrays.copyOf(confidence, capacity);
            iou = Arrays.copyOf(iou, capacity);
            annotationBox = Arrays.copyOf(annotationBox, capacity * BOX);
            predictionBox = Arrays.copyOf(predictionBox, capacity * BOX);
        }
    }
}
