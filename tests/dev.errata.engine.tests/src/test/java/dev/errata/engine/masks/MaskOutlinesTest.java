package dev.errata.engine.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MaskOutlinesTest {

    private static final int SIZE = 60;

    /** Whether a pixel is inside. */
    private interface Inside {

        boolean test(int column, int row);
    }

    private static Mask mask(Inside inside) {
        List<Long> runs = new ArrayList<>();
        long length = 0;
        boolean last = false;
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            boolean now = inside.test(pixel / SIZE, pixel % SIZE);
            if (now != last) {
                runs.add(length);
                length = 0;
                last = now;
            }
            length++;
        }
        runs.add(length);
        return Mask.ofRuns(runs.stream().mapToLong(Long::longValue).toArray(), SIZE, SIZE);
    }

    private static boolean box(int column, int row, int left, int top, int width, int height) {
        return column >= left && column < left + width && row >= top && row < top + height;
    }

    @Test
    void aBoxHasFourCorners() {
        List<double[]> outlines = MaskOutlines.of(mask((column, row) -> box(column, row, 10, 20, 30, 5)));
        assertEquals(1, outlines.size());
        assertEquals(4, outlines.get(0).length / 2);
        assertArrayEquals(new double[] {10, 20, 40, 25}, bounds(outlines.get(0)));
    }

    @Test
    void aSinglePixelIsASquareAndAnEmptyMaskNothing() {
        List<double[]> outlines = MaskOutlines.of(mask((column, row) -> column == SIZE - 1 && row == 0));
        assertArrayEquals(new double[] {SIZE - 1, 0, SIZE, 1}, bounds(outlines.get(0)));
        assertEquals(List.of(), MaskOutlines.of(mask((column, row) -> false)));
    }

    @Test
    void partsAreApartUnlessTheyTouchAndHolesAreLeftOut() {
        Mask parts = mask((column, row) -> box(column, row, 0, 0, 4, 4) || box(column, row, 4, 4, 4, 4)
            || box(column, row, 30, 30, 20, 20) && !box(column, row, 35, 35, 5, 5));
        List<double[]> outlines = MaskOutlines.of(parts);
        assertEquals(2, outlines.size());
        assertArrayEquals(new double[] {0, 0, 8, 8}, bounds(outlines.get(0)));
        assertArrayEquals(new double[] {30, 30, 50, 50}, bounds(outlines.get(1)));
    }

    /** Discs that overlap or not: what the outlines cover is the mask but for pixels at its edge, with far fewer corners. */
    @Test
    void outlinesCoverTheMask() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[] x = random.doubles(2, 18, SIZE - 18).toArray();
            double[] y = random.doubles(2, 18, SIZE - 18).toArray();
            double radius = random.nextDouble(6, 16);
            Mask discs = mask((column, row) -> Math.hypot(column - x[0], row - y[0]) < radius
                || Math.hypot(column - x[1], row - y[1]) < radius);
            List<double[]> outlines = MaskOutlines.of(discs);
            Mask again = Mask.ofPolygons(outlines, SIZE, SIZE);
            assertTrue(discs.iou(again) > 0.9, "IoU " + discs.iou(again) + " at radius " + radius);
            int corners = outlines.stream().mapToInt(points -> points.length / 2).sum();
            assertTrue(corners < 4 * radius * outlines.size() + 4, corners + " corners");
        }
    }

    /** What stands for a mask covers nearly all of it, however small it is, with no more corners than it takes. */
    @Test
    void outlinesThatStandForAMaskCoverNearlyTheSamePixels() {
        assertEquals(List.of(), MaskOutlines.closely(mask((column, row) -> false)));
        Random random = new Random(8);
        int fewer = 0;
        for (int round = 0; round < 80; round++) {
            double x = random.nextDouble(20, 40);
            double y = random.nextDouble(20, 40);
            double radius = random.nextDouble(1, 18);
            double slope = random.nextDouble(-1, 1);
            Mask part = mask((column, row) -> Math.hypot(column - x, row - y) < radius && row - y < slope * (column - x) + 2);
            List<double[]> outlines = MaskOutlines.closely(part);
            double iou = part.iou(Mask.ofPolygons(outlines, SIZE, SIZE));
            assertTrue(iou >= 0.98, "IoU " + iou + " at radius " + radius);
            int corners = outlines.stream().mapToInt(points -> points.length / 2).sum();
            assertTrue(corners <= 8 * radius + 8, corners + " corners at radius " + radius);
            fewer += corners < 4 * radius ? 1 : 0;
        }
        assertTrue(fewer > 20, fewer + " of 80 have few corners");
    }

    private static double[] bounds(double[] points) {
        double[] bounds = {points[0], points[1], points[0], points[1]};
        for (int i = 0; i < points.length; i += 2) {
            bounds[0] = Math.min(bounds[0], points[i]);
            bounds[1] = Math.min(bounds[1], points[i + 1]);
            bounds[2] = Math.max(bounds[2], points[i]);
            bounds[3] = Math.max(bounds[3], points[i + 1]);
        }
        return bounds;
    }
}
