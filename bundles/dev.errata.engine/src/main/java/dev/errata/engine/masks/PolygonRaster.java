package dev.errata.engine.masks;

import java.util.Arrays;

/**
 * Which pixels a polygon covers, by pycocotools' rule ({@code maskApi.c}, {@code rleFrPoly}): corners are rounded to a fifth of a
 * pixel, and where an edge crosses the middle of a column of pixels the inside begins or ends.
 */
final class PolygonRaster {

    private static final int SCALE = 5;
    /** In fifths of a pixel, the step from here to the next crosses the middle of a column. */
    private static final int MIDDLE = 2;

    private final int height;
    private final int width;
    private int count;
    private int[] crossings = new int[64];

    private PolygonRaster(int height, int width) {
        this.height = height;
        this.width = width;
    }

    /**
     * The places where the inside begins and ends, rising; pixels are counted column by column.
     *
     * @param points x and y in turn, in pixels, finite
     */
    static int[] edges(double[] points, int height, int width) {
        PolygonRaster raster = new PolygonRaster(height, width);
        int corners = points.length / 2;
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            raster.edge(fifths(points[2 * i]), fifths(points[2 * i + 1]), fifths(points[2 * next]), fifths(points[2 * next + 1]));
        }
        int[] edges = Arrays.copyOf(raster.crossings, raster.count);
        Arrays.sort(edges);
        return edges;
    }

    private static int fifths(double coordinate) {
        return (int) (SCALE * coordinate + 0.5);
    }

    private void edge(int x1, int y1, int x2, int y2) {
        boolean flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        if (flat ? x1 > x2 : y1 > y2) {
            edgeRising(x2, y2, x1, y1, flat);
        } else {
            edgeRising(x1, y1, x2, y2, flat);
        }
    }

    private void edgeRising(int x1, int y1, int x2, int y2, boolean flat) {
        if (flat) {
            double slope = (double) (y2 - y1) / (x2 - x1);
            long first = Math.max(0, -Math.floorDiv(MIDDLE - (long) x1, SCALE));
            for (long column = first; column < width && column * SCALE + MIDDLE < x2; column++) {
                int step = (int) (column * SCALE + MIDDLE - x1);
                cross((int) column, Math.min((int) (y1 + slope * step + 0.5), (int) (y1 + slope * (step + 1) + 0.5)));
            }
            return;
        }
        double slope = (double) (x2 - x1) / (y2 - y1);
        int x = (int) (x1 + 0.5);
        for (int step = 1; step <= y2 - y1; step++) {
            int before = x;
            x = (int) (x1 + slope * step + 0.5);
            int lower = Math.min(before, x);
            if (x != before && lower >= 0 && lower % SCALE == MIDDLE && lower / SCALE < width) {
                cross(lower / SCALE, y1 + step - 1);
            }
        }
    }

    /** @param y of the crossing, in fifths of a pixel */
    private void cross(int column, int y) {
        double row = (y + 0.5) / SCALE - 0.5;
        int first = (int) Math.ceil(Math.clamp(row, 0, height));
        if (count == crossings.length) {
            crossings = Arrays.copyOf(crossings, count * 2);
        }
        crossings[count++] = column * height + first;
    }
}
