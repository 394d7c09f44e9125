package dev.errata.ui.annotation.editor.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Polygon;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.matching.ComparedRun;

/**
 * Makes the scene of an image: annotations in their order, then predictions.
 *
 * @param run whose predictions are shown, or null
 * @param thresholds predictions below the confidence are left out; the IoU tells whether an annotation agrees with a prediction
 * @param overlay which of the others are shown
 * @param targets what somebody asked to check: always shown
 * @param wanted shown as well, whatever the overlay
 * @param outlines of a prediction; none where its box stands for it
 */
public record SceneBuilder(Run run, Thresholds thresholds, Overlay overlay, Set<Shape.Key> targets, Set<Shape.Key> wanted,
    Function<Prediction, List<double[]>> outlines) {

    /** A polygon of fewer points than these is no outline. */
    private static final int FEWEST_COORDINATES = 6;

    /**
     * The builder for an image of a dataset.
     *
     * @param task null without one
     * @param confidence predictions below it or below the dataset's threshold are left out, 0 to 1
     */
    public static SceneBuilder of(OpenDataset dataset, Task task, Overlay overlay, double confidence, Set<Shape.Key> wanted) {
        Set<Shape.Key> targets = new HashSet<>();
        if (task != null) {
            for (Target target : task.getTargets()) {
                if (target.getAnnotation() >= 0) {
                    targets.add(Shape.Key.annotation(target.getAnnotation()));
                }
                if (target.getPrediction() >= 0) {
                    targets.add(Shape.Key.prediction(target.getRun(), target.getPrediction()));
                }
            }
        }
        Thresholds thresholds = new Thresholds(dataset.evaluations().thresholds().iou(),
            Math.max(confidence, dataset.evaluations().thresholds().confidence()));
        return new SceneBuilder(ComparedRun.of(dataset).orElse(null), thresholds, overlay, targets, wanted,
            prediction -> ComparedOutlines.ofPrediction(dataset, prediction));
    }

    public Scene build(ImageRecord image) {
        List<Shape> shapes = new ArrayList<>();
        for (Annotation annotation : image.getAnnotations()) {
            shapes.add(shape(annotation));
        }
        Scene annotations = new Scene(image.getWidth(), image.getHeight(), shapes);
        for (Prediction prediction : image.getPredictions()) {
            Shape shape = shape(prediction, List.of());
            if (targets.contains(shape.key()) || wanted.contains(shape.key()) || shows(prediction, shape, annotations)) {
                List<double[]> drawn = outlines.apply(prediction);
                shapes.add(drawn.isEmpty() ? shape : shape(prediction, drawn));
            }
        }
        return new Scene(image.getWidth(), image.getHeight(), shapes);
    }

    private boolean shows(Prediction prediction, Shape shape, Scene annotations) {
        if (overlay == Overlay.NONE || prediction.getRun() != run || prediction.getConfidence() < thresholds.confidence()) {
            return false;
        }
        return overlay == Overlay.ALL || annotations.near(shape.box()).stream().noneMatch(
            annotation -> annotation.label().equals(shape.label()) && iou(annotation.box(), shape.box()) >= thresholds.iou());
    }

    private static double iou(Box one, Box other) {
        double width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        double height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double both = width * height;
        return both / (one.area() + other.area() - both);
    }

    private Shape shape(Annotation annotation) {
        List<double[]> polygons = new ArrayList<>();
        for (Polygon polygon : annotation.getPolygons()) {
            double[] points = polygon.getPoints().stream().mapToDouble(Double::doubleValue).toArray();
            if (points.length >= FEWEST_COORDINATES) {
                polygons.add(points);
            }
        }
        Shape.Key key = Shape.Key.annotation(annotation.getId());
        Box box = box(annotation.getX(), annotation.getY(), annotation.getWidth(), annotation.getHeight());
        Shape shape = new Shape(key, annotation, box, List.of(), name(annotation.getLabel()), 1, annotation.isCrowd(),
            targets.contains(key));
        return polygons.isEmpty() ? shape : shape.withPolygons(polygons);
    }

    private Shape shape(Prediction prediction, List<double[]> polygons) {
        Shape.Key key = Shape.Key.prediction(prediction.getRun().getName(), prediction.getIndex());
        Box box = box(prediction.getX(), prediction.getY(), prediction.getWidth(), prediction.getHeight());
        return new Shape(key, prediction, box, polygons, name(prediction.getLabel()),
            prediction.getConfidence(), false,
            targets.contains(key));
    }

    private static Box box(double x, double y, double width, double height) {
        return new Box(x, y, Math.max(0, width), Math.max(0, height));
    }

    private static String name(LabelClass label) {
        return label == null ? "?" : label.getName(); //$NON-NLS-1$
    }
}
