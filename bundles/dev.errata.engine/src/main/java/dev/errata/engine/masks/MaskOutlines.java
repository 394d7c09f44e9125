package dev.errata.engine.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The outlines of a mask as polygons, for people to see and to change. They run along the edges of pixels, by about a pixel
 * beside them where that saves corners. Pixels that touch at a corner belong together. Outlines leave out holes, as COCO's
 * polygons cannot tell them either; those have rings of their own.
 */
public final class MaskOutlines {

    /** How far an outline may run beside the mask, pixels. */
    private static final double TOLERANCE = 1.1;
    /** The same for outlines that are to be near the mask, falling; within the last they are rasterised to the mask itself. */
    private static final double[] NEAR = {1.1, 0.9, 0.75, 0.5};
    /** The least intersection over union that such outlines have with the mask. */
    private static final double FAITHFUL = 0.98;
    private static final int RIGHT = 0;
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};
    /** From a corner to the pixel in front of it that is on the right of a direction. */
    private static final int[] AHEAD_RIGHT_X = {0, -1, -1, 0};
    private static final int[] AHEAD_RIGHT_Y = {0, 0, -1, -1};

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    /** Column by column, with a margin of one pixel. */
    private final boolean[] inside;
    /** The pixels whose upper edge was walked along. */
    private final boolean[] walked;

    private MaskOutlines(Mask mask) {
        int[] bounds = mask.bounds();
        left = bounds[0];
        top = bounds[1];
        width = bounds[2];
        height = bounds[3];
        inside = new boolean[Math.multiplyExact(width + 2, height + 2)];
        walked = new boolean[inside.length];
        mask.forEach((column, row) -> inside[at(column - left, row - top)] = true);
    }

    /** The outer outline of each part, x and y in turn, pixels; none where no pixel is inside. */
    public static List<double[]> of(Mask mask) {
        return simplified(along(mask), TOLERANCE);
    }

    /**
     * The same with as many corners as it takes to cover nearly the same pixels: for outlines that stand for the mask from now
     * on. Two out of a hundred may differ, of a mask with holes more.
     */
    public static List<double[]> closely(Mask mask) {
        List<double[]> along = along(mask);
        List<double[]> outlines = simplified(along, NEAR[0]);
        for (int i = 1; i < NEAR.length && mask.area() > 0 && covered(outlines, mask) < FAITHFUL; i++) {
            outlines = simplified(along, NEAR[i]);
        }
        return outlines;
    }

    /** The rings around the holes of a mask, exactly along the edges of its pixels; x and y in turn. */
    public static List<double[]> holes(Mask mask) {
        return rings(mask, ring -> twiceArea(ring) < 0);
    }

    private static double covered(List<double[]> outlines, Mask mask) {
        return Mask.ofPolygons(outlines, mask.height(), mask.width()).iou(mask);
    }

    /** The outlines with all their corners. */
    private static List<double[]> along(Mask mask) {
        return rings(mask, ring -> twiceArea(ring) > 0);
    }

    private static List<double[]> rings(Mask mask, Predicate<double[]> wanted) {
        return mask.area() == 0 ? List.of() : new MaskOutlines(mask).trace().stream().filter(wanted).toList();
    }

    /**
     * Outlines with fewer corners.
     *
     * @param tolerance how far corners that are left out may be from an outline, pixels
     */
    public static List<double[]> simplified(List<double[]> outlines, double tolerance) {
        return outlines.stream().map(outline -> Simplification.of(outline, tolerance)).toList();
    }

    /** The rings around all parts and all holes. */
    private List<double[]> trace() {
        List<double[]> rings = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                if (inside[at(x, y)] && !inside[at(x, y - 1)] && !walked[at(x, y)]) {
                    rings.add(walk(x, y));
                }
            }
        }
        return rings;
    }

    /** Walks around a part, or a hole the other way round, with the inside on the right, from the upper edge of a pixel. */
    private double[] walk(int fromX, int fromY) {
        List<Integer> corners = new ArrayList<>();
        int x = fromX;
        int y = fromY;
        int direction = RIGHT;
        do {
            if (direction == RIGHT) {
                walked[at(x, y)] = true;
            }
            x += STEP_X[direction];
            y += STEP_Y[direction];
            int next = turn(x, y, direction);
            if (next != direction) {
                corners.add(x);
                corners.add(y);
            }
            direction = next;
        } while (x != fromX || y != fromY || direction != RIGHT);
        double[] outline = new double[corners.size()];
        for (int i = 0; i < outline.length; i++) {
            outline[i] = corners.get(i) + (i % 2 == 0 ? left : top);
        }
        return outline;
    }

    private int turn(int x, int y, int direction) {
        int onLeft = (direction + 3) % 4;
        if (inside[at(x + AHEAD_RIGHT_X[onLeft], y + AHEAD_RIGHT_Y[onLeft])]) {
            return onLeft;
        }
        return inside[at(x + AHEAD_RIGHT_X[direction], y + AHEAD_RIGHT_Y[direction])] ? direction : (direction + 1) % 4;
    }

    private int at(int x, int y) {
        return (x + 1) * (height + 2) + y + 1;
    }

    /** Positive around a part, negative around a hole. */
    private static double twiceArea(double[] points) {
        double twice = 0;
        for (int i = 0; i < points.length; i += 2) {
            int next = (i + 2) % points.length;
            twice += points[i] * points[next + 1] - points[next] * points[i + 1];
        }
        return twice;
    }
}
