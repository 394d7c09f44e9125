package dev.errata.dataset.state;

import java.util.ArrayList;
import java.util.List;

/** The fields of an annotation in the journal, and their values as Java values. */
public final class Fields {

    /** Index of the label class. */
    public static final String LABEL = "label";
    /** x, y, width, height in pixels. */
    public static final String BOX = "box";
    /** A list of closed outlines, each x and y in turn. */
    public static final String POLYGONS = "polygons";
    /** Whether it is a region of many objects. */
    public static final String CROWD = "crowd";
    /** All attributes of an annotation that is added: texts by name. */
    public static final String ATTRIBUTES = "attributes";
    /** Stands before the name of a single attribute; its value is a text, or null where there is none. */
    public static final String ATTRIBUTE = "attribute:";

    private Fields() {
    }

    static double[] numbers(Object value) {
        List<?> list = (List<?>) value;
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) list.get(i)).doubleValue();
        }
        return numbers;
    }

    static List<double[]> polygons(Object value) {
        List<double[]> polygons = new ArrayList<>();
        ((List<?>) value).forEach(polygon -> polygons.add(numbers(polygon)));
        return polygons;
    }

    /** The sum of the outlines' areas, by the shoelace formula, square pixels. */
    static double area(List<double[]> polygons) {
        double area = 0;
        for (double[] points : polygons) {
            double twice = 0;
            for (int i = 0, last = points.length - 2; i < points.length; last = i, i += 2) {
                twice += points[last] * points[i + 1] - points[i] * points[last + 1];
            }
            area += Math.abs(twice) / 2;
        }
        return area;
    }
}
