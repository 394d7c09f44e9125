package dev.errata.engine.masks;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A mask whose outlines somebody changed: its holes stay holes. They stay where they are while most corners of the outlines do;
 * else they go along with the box, as the outlines do that are moved and scaled.
 */
public final class ReshapedMask {

    private ReshapedMask() {
    }

    /**
     * The mask with other outlines.
     *
     * @param outlines closed, x and y in turn, pixels
     * @throws IllegalArgumentException as {@link Mask#ofPolygons} does
     */
    public static Mask of(Mask before, List<double[]> outlines) {
        Mask filled = Mask.ofPolygons(outlines, before.height(), before.width());
        List<double[]> holes = MaskOutlines.holes(before);
        if (holes.isEmpty() || outlines.isEmpty()) {
            return filled;
        }
        List<double[]> old = MaskOutlines.of(before);
        List<double[]> now = mostStay(old, outlines) ? holes : moved(holes, bounds(old), bounds(outlines));
        return filled.without(Mask.ofPolygons(now, before.height(), before.width()));
    }

    private static boolean mostStay(List<double[]> old, List<double[]> now) {
        Set<List<Double>> corners = new HashSet<>();
        old.forEach(outline -> addCorners(outline, corners));
        int total = 0;
        int same = 0;
        for (double[] outline : now) {
            for (int i = 0; i < outline.length; i += 2) {
                total++;
                same += corners.contains(List.of(outline[i], outline[i + 1])) ? 1 : 0;
            }
        }
        return 2 * same > total;
    }

    private static void addCorners(double[] outline, Set<List<Double>> corners) {
        for (int i = 0; i < outline.length; i += 2) {
            corners.add(List.of(outline[i], outline[i + 1]));
        }
    }

    /** Left, top, right and bottom. */
    private static double[] bounds(List<double[]> outlines) {
        double[] bounds = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY};
        for (double[] outline : outlines) {
            for (int i = 0; i < outline.length; i++) {
                bounds[i % 2] = Math.min(bounds[i % 2], outline[i]);
                bounds[i % 2 + 2] = Math.max(bounds[i % 2 + 2], outline[i]);
            }
        }
        return bounds;
    }

    private static List<double[]> moved(List<double[]> holes, double[] from, double[] to) {
        return holes.stream().map(hole -> {
            double[] moved = Arrays.copyOf(hole, hole.length);
            for (int i = 0; i < hole.length; i++) {
                int side = i % 2;
                moved[i] = to[side] + (hole[i] - from[side]) * (to[side + 2] - to[side]) / (from[side + 2] - from[side]);
            }
            return moved;
        }).toList();
    }
}
