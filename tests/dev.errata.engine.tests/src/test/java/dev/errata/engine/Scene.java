package dev.errata.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;

/** Boxes as plain objects, from which tests make columns in any order. */
public final class Scene {

    /** A box of either kind; {@code confidence} is of predictions, {@code crowd} and {@code area} of annotations. */
    public record Box(int image, int position, int label, double x, double y, double width, double height,
        double confidence, boolean crowd, double area) {

        public static Box label(int image, int position, int label, double... box) {
            return new Box(image, position, label, box[0], box[1], box[2], box[3], 0, false, box[2] * box[3]);
        }

        public static Box prediction(int image, int position, int label, double confidence, double... box) {
            return new Box(image, position, label, box[0], box[1], box[2], box[3], confidence, false, box[2] * box[3]);
        }

        public Box asCrowd() {
            return new Box(image, position, label, x, y, width, height, confidence, true, area);
        }
    }

    public final int images;
    public final int classes;
    public final List<Box> labels = new ArrayList<>();
    public final List<Box> predictions = new ArrayList<>();

    public Scene(int images, int classes) {
        this.images = images;
        this.classes = classes;
    }

    /** Random boxes on a coarse grid, so that equal IoUs, equal confidences and exact thresholds are common. */
    public static Scene random(Random random, int images, int classes, int boxesPerImage, boolean odd) {
        Scene scene = new Scene(images, classes);
        int labels = images * boxesPerImage;
        for (int i = 0; i < labels; i++) {
            Box box = randomBox(random, random.nextInt(images), i, classes, odd);
            scene.labels.add(random.nextInt(12) == 0 ? box.asCrowd() : box);
        }
        for (int i = 0; i < labels * 2; i++) {
            scene.predictions.add(randomBox(random, random.nextInt(images), i, classes, odd));
        }
        return scene;
    }

    public static Box randomBox(Random random, int image, int position, int classes, boolean odd) {
        double[] box = {random.nextInt(12) * 5, random.nextInt(12) * 5, 5 + random.nextInt(5) * 5, 5 + random.nextInt(5) * 5};
        if (odd && random.nextInt(8) == 0) {
            double[] values = {Double.NaN, 0, -7, Double.POSITIVE_INFINITY, 1e300, Double.MIN_VALUE};
            box[random.nextInt(4)] = values[random.nextInt(values.length)];
        }
        double confidence = odd && random.nextInt(20) == 0 ? Double.NaN : random.nextInt(11) / 10.0;
        return Box.prediction(image, position, random.nextInt(classes), confidence, box);
    }

    public Scene shuffled(Random random) {
        Scene scene = new Scene(images, classes);
        scene.labels.addAll(labels);
        scene.predictions.addAll(predictions);
        Collections.shuffle(scene.labels, random);
        Collections.shuffle(scene.predictions, random);
        return scene;
    }

    public AnnotationColumns annotationColumns() {
        int[] image = labels.stream().mapToInt(Box::image).toArray();
        return AnnotationColumns.grouped(images, image, rows(labels));
    }

    public static AnnotationRows rows(List<Box> boxes) {
        AnnotationRows rows = new AnnotationRows(boxes.size());
        for (Box box : boxes) {
            rows.add(box.position + 1, box.label, box.x, box.y, box.width, box.height, box.area, box.crowd, box.position);
        }
        return rows;
    }

    public PredictionColumns predictionColumns() {
        int[] image = predictions.stream().mapToInt(Box::image).toArray();
        PredictionRows rows = new PredictionRows(predictions.size());
        for (Box box : predictions) {
            rows.add(box.label, box.x, box.y, box.width, box.height, box.confidence, box.position);
        }
        return PredictionColumns.grouped(images, image, rows);
    }
}
