package dev.errata.engine.masks;

import java.util.Arrays;
import java.util.List;

/**
 * The pixels of an object: where its inside begins and ends, pixels counted column by column from the top left corner, as in a
 * run-length encoded mask of COCO. Immutable.
 */
public final class Mask {

    /** Pixels; beyond any image, and small enough to count in whole numbers. */
    private static final double FARTHEST = 1e7;

    private final int height;
    private final int width;
    /** Begin and end (exclusive) of each run of inside pixels, in turn, rising. */
    private final int[] edges;
    private final long area;

    private Mask(int height, int width, int[] edges) {
        this.height = height;
        this.width = width;
        this.edges = edges;
        long pixels = 0;
        for (int i = 0; i < edges.length; i += 2) {
            pixels += edges[i + 1] - edges[i];
        }
        area = pixels;
    }

    /**
     * The mask of run lengths.
     *
     * @param runs pixels outside and inside in turn, beginning outside; whatever is missing at the end is outside
     * @throws IllegalArgumentException if they are negative or more pixels than there are
     */
    public static Mask ofRuns(long[] runs, int height, int width) {
        checkSize(height, width);
        int[] edges = new int[runs.length / 2 * 2];
        long at = 0;
        for (int i = 0; i < runs.length; i++) {
            at += runs[i];
            if (runs[i] < 0 || at > (long) height * width) {
                throw new IllegalArgumentException("run lengths exceed " + width + " x " + height + " pixels");
            }
            if (i < edges.length) {
                edges[i] = (int) at;
            }
        }
        return new Mask(height, width, joined(edges));
    }

    /**
     * The pixels that any of some polygons covers, as pycocotools rasterises them.
     *
     * @param polygons x and y in turn, pixels
     * @throws IllegalArgumentException if a corner lies far beyond any image or is no number
     */
    public static Mask ofPolygons(List<double[]> polygons, int height, int width) {
        checkSize(height, width);
        Mask union = new Mask(height, width, new int[0]);
        for (double[] points : polygons) {
            for (double coordinate : points) {
                if (!(Math.abs(coordinate) <= FARTHEST)) {
                    throw new IllegalArgumentException("a corner of a polygon cannot lie at " + coordinate);
                }
            }
            int[] edges = PolygonRaster.edges(points, height, width);
            if (edges.length % 2 == 1) {
                edges = Arrays.copyOf(edges, edges.length + 1);
                edges[edges.length - 1] = height * width;
            }
            union = union.or(new Mask(height, width, joined(edges)));
        }
        return union;
    }

    /** The pixels of a box, rasterised like the polygon of its corners. */
    public static Mask ofBox(double x, double y, double boxWidth, double boxHeight, int height, int width) {
        double right = x + boxWidth;
        double bottom = y + boxHeight;
        return ofPolygons(List.of(new double[] {x, y, x, bottom, right, bottom, right, y}), height, width);
    }

    private static void checkSize(int height, int width) {
        if (height <= 0 || width <= 0 || (long) height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a mask cannot have " + width + " x " + height + " pixels");
        }
    }

    /** Without runs of no pixels, neither inside nor outside. */
    private static int[] joined(int[] edges) {
        int count = 0;
        for (int edge : edges) {
            if (count > 0 && edges[count - 1] == edge) {
                count--;
            } else {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private Mask or(Mask other) {
        if (edges.length == 0) {
            return other;
        }
        int[] merged = new int[edges.length + other.edges.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < edges.length || j < other.edges.length) {
            boolean own = j == other.edges.length || i < edges.length && edges[i] <= other.edges[j];
            int begin = own ? edges[i] : other.edges[j];
            int end = own ? edges[i + 1] : other.edges[j + 1];
            i += own ? 2 : 0;
            j += own ? 0 : 2;
            if (count > 0 && begin <= merged[count - 1]) {
                merged[count - 1] = Math.max(merged[count - 1], end);
            } else {
                merged[count++] = begin;
                merged[count++] = end;
            }
        }
        return new Mask(height, width, Arrays.copyOf(merged, count));
    }

    /** The pixels of this mask that another of the same size does not cover. */
    Mask without(Mask other) {
        int[] left = new int[edges.length + other.edges.length];
        int count = 0;
        int j = 0;
        for (int i = 0; i < edges.length; i += 2) {
            int begin = edges[i];
            while (j < other.edges.length && other.edges[j + 1] <= begin) {
                j += 2;
            }
            for (int k = j; k < other.edges.length && other.edges[k] < edges[i + 1]; k += 2) {
                if (other.edges[k] > begin) {
                    left[count++] = begin;
                    left[count++] = other.edges[k];
                }
                begin = Math.max(begin, other.edges[k + 1]);
            }
            if (begin < edges[i + 1]) {
                left[count++] = begin;
                left[count++] = edges[i + 1];
            }
        }
        return new Mask(height, width, Arrays.copyOf(left, count));
    }

    /** Pixels outside and inside in turn, beginning outside, as many as there are. */
    public long[] runs() {
        long pixels = (long) height * width;
        boolean open = edges.length == 0 || edges[edges.length - 1] < pixels;
        long[] runs = new long[edges.length + (open ? 1 : 0)];
        long at = 0;
        for (int i = 0; i < edges.length; i++) {
            runs[i] = edges[i] - at;
            at = edges[i];
        }
        if (open) {
            runs[edges.length] = pixels - at;
        }
        return runs;
    }

    /** What is done with a pixel. */
    interface Pixels {

        void accept(int column, int row);
    }

    /** Calls back with all pixels inside. */
    void forEach(Pixels action) {
        for (int i = 0; i < edges.length; i += 2) {
            for (int pixel = edges[i]; pixel < edges[i + 1]; pixel++) {
                action.accept(pixel / height, pixel % height);
            }
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** The number of pixels. */
    public long area() {
        return area;
    }

    /** The number of pixels that both cover; 0 where they are not of images of the same size. */
    public long shared(Mask other) {
        if (height != other.height || width != other.width) {
            return 0;
        }
        long shared = 0;
        int i = 0;
        int j = 0;
        while (i < edges.length && j < other.edges.length) {
            int end = Math.min(edges[i + 1], other.edges[j + 1]);
            shared += Math.max(0, end - Math.max(edges[i], other.edges[j]));
            if (edges[i + 1] == end) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return shared;
    }

    /** Intersection over union, 0 to 1. */
    public double iou(Mask other) {
        long shared = shared(other);
        return shared == 0 ? 0 : (double) shared / (area + other.area - shared);
    }

    /** The share of this mask that lies in another, 0 to 1: how crowd regions absorb. */
    public double coveredBy(Mask other) {
        long shared = shared(other);
        return shared == 0 ? 0 : (double) shared / area;
    }

    /** The box around the pixels: left, top, width and height; all 0 where there are none. */
    public int[] bounds() {
        if (edges.length == 0) {
            return new int[4];
        }
        int left = edges[0] / height;
        int right = (edges[edges.length - 1] - 1) / height;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < edges.length; i += 2) {
            int last = edges[i + 1] - 1;
            boolean oneColumn = edges[i] / height == last / height;
            top = Math.min(top, oneColumn ? edges[i] % height : 0);
            bottom = Math.max(bottom, oneColumn ? last % height : height - 1);
        }
        return new int[] {left, top, right - left + 1, bottom - top + 1};
    }
}
