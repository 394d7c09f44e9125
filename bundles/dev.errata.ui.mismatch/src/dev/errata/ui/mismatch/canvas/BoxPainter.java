package dev.errata.ui.mismatch.canvas;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.Tiles.Box;

/**
 * Draws boxes and outlines on a tile in two tones: the dark edge shows on bright pictures, the colour on dark ones.
 *
 * @param gc where to draw
 * @param frame which part of the picture the tile shows
 * @param picture where it shows it
 * @param underlay the dark tone
 */
public record BoxPainter(GC gc, CropFrame frame, Rectangle picture, Color underlay) {

    /** A box with both sides shorter is not to be seen as one, points. */
    private static final int SMALLEST_BOX = 4;
    /** How far a cross reaches, points. */
    private static final int CROSS = 10;
    private static final int[] DASHES = {5, 4};

    /** @param box null where there is nothing to draw */
    public void paint(Box box, Color color, boolean dashed) {
        paint(box, List.of(), color, dashed);
    }

    /**
     * @param box null where there is nothing to draw
     * @param outlines drawn for the box, closed, image pixels; empty where the box is drawn
     */
    public void paint(Box box, List<double[]> outlines, Color color, boolean dashed) {
        if (box == null) {
            return;
        }
        List<int[]> shapes = outlines.stream().map(this::onTile).toList();
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setForeground(underlay);
        gc.setLineWidth(dashed ? 3 : 4);
        outline(box, shapes);
        gc.setForeground(color);
        gc.setLineWidth(2);
        if (dashed) {
            gc.setLineDash(DASHES);
        }
        outline(box, shapes);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
    }

    private void outline(Box box, List<int[]> shapes) {
        if (shapes.isEmpty()) {
            int x = picture.x + frame.toTileX(box.x());
            int y = picture.y + frame.toTileY(box.y());
            outline(x, y, picture.x + frame.toTileX(box.x() + box.width()) - x,
                picture.y + frame.toTileY(box.y() + box.height()) - y);
        } else {
            shapes.forEach(gc::drawPolygon);
        }
    }

    private int[] onTile(double[] points) {
        int[] shape = new int[points.length];
        for (int i = 0; i < points.length; i += 2) {
            shape[i] = picture.x + frame.toTileX(points[i]);
            shape[i + 1] = picture.y + frame.toTileY(points[i + 1]);
        }
        return shape;
    }

    /** A box that is too small to be seen is a cross: nothing would be painted of one without area. */
    private void outline(int x, int y, int width, int height) {
        if (width >= SMALLEST_BOX || height >= SMALLEST_BOX) {
            gc.drawRectangle(x, y, Math.max(1, width), Math.max(1, height));
            return;
        }
        gc.drawLine(x - CROSS, y, x + CROSS, y);
        gc.drawLine(x, y - CROSS, x, y + CROSS);
    }
}
