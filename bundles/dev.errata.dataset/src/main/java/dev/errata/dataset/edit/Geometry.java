package dev.errata.dataset.edit;

import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.model.Annotation;
import dev.errata.formats.records.Outlines;

/** Boxes and outlines, in pixels. */
final class Geometry {

    private Geometry() {
    }

    static void checkBox(double[] box) {
        if (box.length != 4) {
            throw new IllegalArgumentException("a box needs x, y, width and height");
        }
        checkFinite(box);
        if (!(box[2] > 0 && box[3] > 0)) {
            throw new IllegalArgumentException("a box needs a width and a height above 0, has " + box[2] + " and " + box[3]);
        }
    }

    static void checkPolygons(List<double[]> polygons) {
        for (double[] points : polygons) {
            if (points.length < 6 || points.length % 2 != 0) {
                throw new IllegalArgumentException("an outline needs at least three points");
            }
            checkFinite(points);
        }
        if (!polygons.isEmpty()) {
            checkBox(Outlines.bounds(polygons));
        }
    }

    private static void checkFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("coordinates must be finite, one is " + number);
            }
        }
    }

    static double[] box(Annotation annotation) {
        return new double[] {annotation.getX(), annotation.getY(), annotation.getWidth(), annotation.getHeight()};
    }

    static List<double[]> polygons(Annotation annotation) {
        List<double[]> polygons = new ArrayList<>();
        annotation.getPolygons()
            .forEach(polygon -> polygons.add(polygon.getPoints().stream().mapToDouble(Double::doubleValue).toArray()));
        return polygons;
    }

    /** Outlines moved and scaled as their box was. */
    static List<double[]> fitted(List<double[]> polygons, double[] before, double[] after) {
        double scaleX = before[2] > 0 ? after[2] / before[2] : 1;
        double scaleY = before[3] > 0 ? after[3] / before[3] : 1;
        List<double[]> fitted = new ArrayList<>(polygons.size());
        for (double[] points : polygons) {
            double[] moved = new double[points.length];
            for (int i = 0; i < points.length; i += 2) {
                moved[i] = after[0] + (points[i] - before[0]) * scaleX;
                moved[i + 1] = after[1] + (points[i + 1] - before[1]) * scaleY;
            }
            fitted.add(moved);
        }
        return fitted;
    }
}
