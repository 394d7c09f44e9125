package dev.errata.ui.matrix.canvas;

import java.util.Arrays;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.matrix.layout.Cells;

/**
 * Cells of a few pixels, or of less than one, as a picture: at a thousand classes there are more cells than a screen has
 * pixels. Where several cells share a pixel, the strongest mismatch is seen.
 */
final class TinyCells {

    private TinyCells() {
    }

    /** A picture of the visible cells, sharp at every zoom of the monitor; the caller disposes of it. */
    static Image image(Display display, MatrixScene scene, MatrixColours colours) {
        return new Image(display, (int zoom) -> data(scene, colours, zoom / 100.0));
    }

    /** @param scale device pixels in a point */
    static ImageData data(MatrixScene scene, MatrixColours colours, double scale) {
        Rectangle body = scene.layout().body();
        int width = Math.max(1, (int) Math.round(body.width * scale));
        int height = Math.max(1, (int) Math.round(body.height * scale));
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, -1);
        Cells columns = scene.layout().columns();
        Cells rows = scene.layout().rows();
        int[] x = edges(columns, scale);
        int[] y = edges(rows, scale);
        int size = scene.model().size();
        for (int cell = 0; cell < scene.model().filledCount(); cell++) {
            int label = scene.model().filledCell(cell) / size;
            int predicted = scene.model().filledCell(cell) % size;
            int row = scene.layout().order().position(label);
            int column = scene.layout().order().position(predicted);
            if (row < rows.first() || row > rows.last() || column < columns.first() || column > columns.last()) {
                continue;
            }
            int step = scene.options().step(scene.model(), label, predicted);
            if (step >= 0) {
                int left = x[column - columns.first()];
                int top = y[row - rows.first()];
                int right = Math.min(width, Math.max(left + 1, x[column - columns.first() + 1]));
                int bottom = Math.min(height, Math.max(top + 1, y[row - rows.first() + 1]));
                strengthen(pixels, width, Math.max(0, left), Math.max(0, top), right, bottom,
                    scene.model().agrees(label, predicted) ? step : step + 256);
            }
        }
        return coloured(pixels, width, height, colours);
    }

    /** Fills a rectangle, but leaves pixels that are stronger. */
    private static void strengthen(int[] pixels, int width, int left, int top, int right, int bottom, int strength) {
        for (int j = top; j < bottom; j++) {
            for (int i = left; i < right; i++) {
                pixels[j * width + i] = Math.max(pixels[j * width + i], strength);
            }
        }
    }

    private static int[] edges(Cells cells, double scale) {
        int[] edges = new int[cells.last() - cells.first() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (int) Math.floor(((cells.first() + i) * cells.length() - cells.scroll()) * scale + 1e-6);
        }
        return edges;
    }

    private static ImageData coloured(int[] strengths, int width, int height, MatrixColours colours) {
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int j = 0; j < height; j++) {
            int at = j * data.bytesPerLine;
            for (int i = 0; i < width; i++) {
                int strength = strengths[j * width + i];
                int rgb = strength < 0 ? colours.backgroundRgb()
                    : colours.scale(strength < 256).colour(strength & 0xff);
                data.data[at++] = (byte) (rgb >> 16);
                data.data[at++] = (byte) (rgb >> 8);
                data.data[at++] = (byte) rgb;
            }
        }
        return data;
    }
}
