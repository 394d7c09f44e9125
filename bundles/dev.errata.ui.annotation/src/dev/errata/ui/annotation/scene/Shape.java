package dev.errata.ui.annotation.scene;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Polygons;

/**
 * An annotation or prediction as the canvas sees it: a snapshot that any thread may read. Two shapes are equal where they show
 * the same object, whatever it looks like.
 */
public final class Shape {

    private final Key key;
    private final Object element;
    private final Box box;
    private final List<double[]> polygons;
    private final String label;
    private final double confidence;
    private final boolean crowd;
    private final boolean target;

    /**
     * @param element the annotation or prediction
     * @param polygons empty for a plain box; else the box is their bounds
     * @param label name of the class
     * @param confidence of a prediction; 1 for an annotation
     * @param target whether somebody asked to check it
     */
    public Shape(Key key, Object element, Box box, List<double[]> polygons, String label, double confidence, boolean crowd,
        boolean target) {
        this.key = key;
        this.element = element;
        this.box = box;
        this.polygons = List.copyOf(polygons);
        this.label = label;
        this.confidence = confidence;
        this.crowd = crowd;
        this.target = target;
    }

    public Key key() {
        return key;
    }

    public Object element() {
        return element;
    }

    public Box box() {
        return box;
    }

    public List<double[]> polygons() {
        return polygons;
    }

    public boolean isPolygon() {
        return !polygons.isEmpty();
    }

    public boolean isPrediction() {
        return key.prediction();
    }

    public String label() {
        return label;
    }

    public double confidence() {
        return confidence;
    }

    public boolean crowd() {
        return crowd;
    }

    public boolean target() {
        return target;
    }

    public Shape withBox(Box changed) {
        return new Shape(key, element, changed, List.of(), label, confidence, crowd, target);
    }

    public Shape withPolygons(List<double[]> changed) {
        return new Shape(key, element, Polygons.bounds(changed), changed, label, confidence, crowd, target);
    }

    public Shape moved(double dx, double dy) {
        return isPolygon() ? withPolygons(Polygons.moved(polygons, dx, dy)) : withBox(box.moved(dx, dy));
    }

    /** Whether a position, in image pixels, is on it; with some reach around the outline. */
    public boolean hit(double x, double y, double reach) {
        if (!box.grown(reach).contains(x, y)) {
            return false;
        }
        return !isPolygon() || Polygons.contains(polygons, x, y) || Polygons.edgeAt(polygons, x, y, reach) != null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && shape.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return label + " " + key + " " + box;
    }

    /**
     * What a shape shows; stays the same while the object changes and when it is loaded again.
     *
     * @param run name of the run of a prediction; empty for an annotation
     * @param id of the annotation, or the position of the prediction in its results file
     */
    public record Key(boolean prediction, String run, long id) {

        public static Key annotation(long id) {
            return new Key(false, "", id);
        }

        public static Key prediction(String run, long index) {
            return new Key(true, run, index);
        }
    }
}
