package dev.errata.ui.annotation.geometry;

import java.util.ArrayList;
import java.util.List;

/** Outlines: arrays of x and y in turn, image pixels, closed from the last point to the first. */
public final class Polygons {

    private Polygons() {
    }

    /** The smallest box around all outlines; there is at least one point. */
    public static Box bounds(List<double[]> polygons) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (double[] points : polygons) {
            for (int i = 0; i + 1 < points.length; i += 2) {
                minX = Math.min(minX, points[i]);
                maxX = Math.max(maxX, points[i]);
                minY = Math.min(minY, points[i + 1]);
                maxY = Math.max(maxY, points[i + 1]);
            }
        }
        return Box.between(minX, minY, maxX, maxY);
    }

    public static List<double[]> moved(List<double[]> polygons, double dx, double dy) {
        List<double[]> moved = new ArrayList<>(polygons.size());
        for (double[] points : polygons) {
            double[] copy = points.clone();
            for (int i = 0; i + 1 < copy.length; i += 2) {
                copy[i] += dx;
                copy[i + 1] += dy;
            }
            moved.add(copy);
        }
        return moved;
    }

    /** Whether a point is inside, by the even-odd rule. */
    public static boolean contains(List<double[]> polygons, double x, double y) {
        boolean inside = false;
        for (double[] points : polygons) {
            int n = points.length / 2;
            for (int i = 0, j = n - 1; i < n; j = i++) {
                double yi = points[2 * i + 1];
                double yj = points[2 * j + 1];
                if (yi > y != yj > y && x < (points[2 * j] - points[2 * i]) * (y - yi) / (yj - yi) + points[2 * i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** The vertex nearest to a point within a reach, or null. */
    public static Vertex vertexAt(List<double[]> polygons, double x, double y, double reach) {
        Vertex found = null;
        double best = reach;
        for (int p = 0; p < polygons.size(); p++) {
            double[] points = polygons.get(p);
            for (int i = 0; i < points.length / 2; i++) {
                double distance = Math.max(Math.abs(points[2 * i] - x), Math.abs(points[2 * i + 1] - y));
                if (distance <= best) {
                    best = distance;
                    found = new Vertex(p, i);
                }
            }
        }
        return found;
    }

    /** The edge nearest to a point within a reach, named by the vertex that it starts from, or null. */
    public static Vertex edgeAt(List<double[]> polygons, double x, double y, double reach) {
        Vertex found = null;
        double best = reach;
        for (int p = 0; p < polygons.size(); p++) {
            double[] points = polygons.get(p);
            int n = points.length / 2;
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                double distance = distance(points[2 * i], points[2 * i + 1], points[2 * j], points[2 * j + 1], x, y);
                if (distance <= best) {
                    best = distance;
                    found = new Vertex(p, i);
                }
            }
        }
        return found;
    }

    /** With one vertex elsewhere. */
    public static List<double[]> withVertex(List<double[]> polygons, Vertex vertex, double x, double y) {
        double[] points = polygons.get(vertex.polygon()).clone();
        points[2 * vertex.index()] = x;
        points[2 * vertex.index() + 1] = y;
        return replaced(polygons, vertex.polygon(), points);
    }

    /** With a new vertex behind another one. */
    public static List<double[]> inserted(List<double[]> polygons, Vertex behind, double x, double y) {
        double[] points = polygons.get(behind.polygon());
        int at = 2 * (behind.index() + 1);
        double[] longer = new double[points.length + 2];
        System.arraycopy(points, 0, longer, 0, at);
        longer[at] = x;
        longer[at + 1] = y;
        System.arraycopy(points, at, longer, at + 2, points.length - at);
        return replaced(polygons, behind.polygon(), longer);
    }

    /** Without one vertex; null where the outline would be no area any more and is the only one. */
    public static List<double[]> without(List<double[]> polygons, Vertex vertex) {
        double[] points = polygons.get(vertex.polygon());
        if (points.length <= 6) {
            if (polygons.size() == 1) {
                return null;
            }
            List<double[]> rest = new ArrayList<>(polygons);
            rest.remove(vertex.polygon());
            return rest;
        }
        double[] shorter = new double[points.length - 2];
        int at = 2 * vertex.index();
        System.arraycopy(points, 0, shorter, 0, at);
        System.arraycopy(points, at + 2, shorter, at, points.length - at - 2);
        return replaced(polygons, vertex.polygon(), shorter);
    }

    private static List<double[]> replaced(List<double[]> polygons, int index, double[] points) {
        List<double[]> copy = new ArrayList<>(polygons);
        copy.set(index, points);
        return copy;
    }

    private static double distance(double x1, double y1, double x2, double y2, double x, double y) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Box.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
        return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }

    /**
     * A vertex of one of several outlines.
     *
     * @param polygon index of the outline
     * @param index of the vertex in it
     */
    public record Vertex(int polygon, int index) {
    }
}
