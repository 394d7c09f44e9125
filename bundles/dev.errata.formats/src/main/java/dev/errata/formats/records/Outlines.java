package dev.errata.formats.records;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.text.Numbers;

/** Outlines, and the fields of records that nobody knows, as several formats need them. */
public final class Outlines {

    private Outlines() {
    }

    /** The box around outlines: x, y, width, height; null where there are none. */
    public static double[] bounds(List<double[]> polygons) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] points : polygons) {
            for (int i = 0; i < points.length; i += 2) {
                left = Math.min(left, points[i]);
                right = Math.max(right, points[i]);
                top = Math.min(top, points[i + 1]);
                bottom = Math.max(bottom, points[i + 1]);
            }
        }
        return left > right ? null : new double[] {left, top, right - left, bottom - top};
    }

    /** The corners of a box that is turned around a point, clockwise by an angle in degrees as screens count. */
    public static double[] turned(double[] box, double degrees, double aroundX, double aroundY) {
        double turn = Math.toRadians(degrees);
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double right = box[0] + (i == 1 || i == 2 ? box[2] : 0) - aroundX;
            double down = box[1] + (i > 1 ? box[3] : 0) - aroundY;
            corners[2 * i] = aroundX + right * Math.cos(turn) - down * Math.sin(turn);
            corners[2 * i + 1] = aroundY + right * Math.sin(turn) + down * Math.cos(turn);
        }
        return corners;
    }

    /** The area within outlines that don't overlap, square pixels (the shoelace formula). */
    public static double area(List<double[]> polygons) {
        double area = 0;
        for (double[] points : polygons) {
            double twice = 0;
            for (int i = 0; i < points.length; i += 2) {
                int next = (i + 2) % points.length;
                twice += points[i] * points[next + 1] - points[next] * points[i + 1];
            }
            area += Math.abs(twice) / 2;
        }
        return area;
    }

    /** Whether all numbers are finite. */
    public static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Whether two lists of outlines are equal. */
    public static boolean same(List<double[]> some, List<double[]> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = Arrays.equals(some.get(i), others.get(i));
        }
        return same;
    }

    /** Points as an array of pairs. */
    public static String pairs(double[] points) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append('[').append(Numbers.format(points[i], true)).append(", ")
                .append(Numbers.format(points[i + 1], true)).append(']');
        }
        return text.append(']').toString();
    }

    /** A JSON object of the fields of an object that are not among the known; empty where there are none. */
    public static String otherFields(String object, Set<String> known) {
        StringBuilder other = new StringBuilder();
        for (Span field : JsonSpans.of(object, 0)) {
            if (!known.contains(field.name())) {
                other.append(other.isEmpty() ? "{" : ", ").append(object, field.begin(), field.end());
            }
        }
        return other.isEmpty() ? "" : other.append('}').toString();
    }

    /** The fields of {@link #otherFields}, each with a comma in front, but not those of the given names. */
    public static String appended(String otherFields, Set<String> without) {
        StringBuilder text = new StringBuilder();
        if (!otherFields.isEmpty()) {
            for (Span field : JsonSpans.of(otherFields, 0)) {
                if (!without.contains(field.name())) {
                    text.append(", ").append(JsonText.quote(field.name())).append(": ").append(field.value(otherFields));
                }
            }
        }
        return text.toString();
    }

    /** Points moved and stretched as a box is moved and stretched. */
    public static double[] moved(double[] points, double[] from, double[] to) {
        double[] moved = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            int axis = i % 2;
            double share = from[axis + 2] == 0 ? 0 : (points[i] - from[axis]) / from[axis + 2];
            moved[i] = share == 1 ? to[axis] + to[axis + 2] : to[axis] + share * to[axis + 2];
        }
        return moved;
    }
}
