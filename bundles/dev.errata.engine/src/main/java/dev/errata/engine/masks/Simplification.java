package dev.errata.engine.masks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Closed outlines with fewer corners: the method of Ramer, Douglas and Peucker. */
final class Simplification {

    private final double[] points;
    private final boolean[] kept;

    private Simplification(double[] points) {
        this.points = points;
        kept = new boolean[points.length / 2];
    }

    /**
     * @param points x and y in turn
     * @param tolerance how far corners that are left out may be from the outline, pixels
     * @return the outline itself where nothing would be left of its area
     */
    static double[] of(double[] points, double tolerance) {
        Simplification outline = new Simplification(points);
        int far = outline.farthestFromFirst();
        outline.keep(0, far, tolerance);
        outline.keep(far, outline.kept.length, tolerance);
        double[] simple = outline.result();
        return simple.length < 6 ? points : simple;
    }

    private int farthestFromFirst() {
        int far = 0;
        double most = -1;
        for (int i = 0; i < kept.length; i++) {
            double distance = Math.hypot(points[2 * i] - points[0], points[2 * i + 1] - points[1]);
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }

    /** @param end the corner that the part ends at; the first one again where it is the number of corners */
    private void keep(int begin, int end, double tolerance) {
        Deque<int[]> parts = new ArrayDeque<>();
        parts.push(new int[] {begin, end});
        kept[begin] = true;
        kept[end % kept.length] = true;
        while (!parts.isEmpty()) {
            int[] part = parts.pop();
            int far = -1;
            double most = tolerance;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double distance = distance(i, part[0], part[1] % kept.length);
                if (distance > most) {
                    most = distance;
                    far = i;
                }
            }
            if (far >= 0) {
                kept[far] = true;
                parts.push(new int[] {part[0], far});
                parts.push(new int[] {far, part[1]});
            }
        }
    }

    private double distance(int point, int from, int to) {
        double dx = points[2 * to] - points[2 * from];
        double dy = points[2 * to + 1] - points[2 * from + 1];
        double x = points[2 * point] - points[2 * from];
        double y = points[2 * point + 1] - points[2 * from + 1];
        double length = Math.hypot(dx, dy);
        return length == 0 ? Math.hypot(x, y) : Math.abs(dx * y - dy * x) / length;
    }

    private double[] result() {
        int count = 0;
        double[] result = new double[points.length];
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                result[count++] = points[2 * i];
                result[count++] = points[2 * i + 1];
            }
        }
        return Arrays.copyOf(result, count);
    }
}
