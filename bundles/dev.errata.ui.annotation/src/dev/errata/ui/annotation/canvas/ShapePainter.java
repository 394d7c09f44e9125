package dev.errata.ui.annotation.canvas;

import java.util.Collection;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Handle;
import dev.errata.ui.annotation.geometry.Polygons.Vertex;
import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Preview;
import dev.errata.ui.annotation.tools.SelectTool;

/**
 * Paints outlines in device pixels: a coloured line with dark lines on both sides, so that it is seen on any
 * picture. Annotations are solid, predictions dashed, crowd regions dotted. All the dark lines come first, then all the coloured
 * ones: a few thousand take a few milliseconds, where each with its own line style would take several times that.
 */
final class ShapePainter {

    private static final int HANDLE = 3;

    private final GC gc;
    private final Viewport viewport;
    private final CanvasColors colors;
    private final Scene scene;
    private final int unit;

    /**
     * @param scene says how shapes are coloured
     * @param density device pixels per point
     */
    ShapePainter(GC gc, Viewport viewport, CanvasColors colors, Scene scene, double density) {
        this.gc = gc;
        this.viewport = viewport;
        this.scene = scene;
        this.colors = colors;
        unit = (int) Math.max(1, Math.round(density));
        gc.setAntialias(SWT.OFF);
        gc.setLineJoin(SWT.JOIN_MITER);
    }

    /** The plain outlines. */
    void outlines(Collection<Shape> shapes) {
        gc.setLineStyle(SWT.LINE_SOLID);
        for (Shape shape : shapes) {
            if (shape.target()) {
                gc.setForeground(colors.attention());
                gc.setLineWidth(8 * unit);
                outline(shape);
            }
        }
        gc.setLineWidth(4 * unit);
        gc.setForeground(colors.edge());
        shapes.forEach(this::outline);
        gc.setLineWidth(2 * unit);
        coloured(shapes, false);
        coloured(shapes, true);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** Outlines that stand out: thicker and lightly filled. */
    void emphasised(Collection<Shape> shapes, boolean filled) {
        gc.setLineStyle(SWT.LINE_SOLID);
        for (Shape shape : shapes) {
            if (filled) {
                gc.setBackground(colors.of(scene, shape));
                gc.setAlpha(28);
                fill(shape);
                gc.setAlpha(255);
            }
            if (shape.target()) {
                gc.setForeground(colors.attention());
                gc.setLineWidth(9 * unit);
                outline(shape);
            }
            gc.setLineWidth(5 * unit);
            gc.setForeground(colors.edge());
            outline(shape);
            gc.setLineWidth(3 * unit);
            coloured(List.of(shape), shape.isPrediction() || shape.crowd());
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private void coloured(Collection<Shape> shapes, boolean broken) {
        Color last = null;
        for (Shape shape : shapes) {
            if ((shape.isPrediction() || shape.crowd()) != broken) {
                continue;
            }
            if (broken) {
                gc.setLineDash(shape.crowd() ? new int[] {2 * unit, 3 * unit} : new int[] {6 * unit, 4 * unit});
            }
            Color color = colors.of(scene, shape);
            if (!color.equals(last)) {
                last = color;
                gc.setForeground(color);
            }
            outline(shape);
        }
    }

    private void outline(Shape shape) {
        if (shape.isPolygon()) {
            for (double[] points : shape.polygons()) {
                gc.drawPolygon(device(points));
            }
        } else {
            gc.drawRectangle(device(shape.box()));
        }
    }

    private void fill(Shape shape) {
        if (shape.isPolygon()) {
            gc.setFillRule(SWT.FILL_EVEN_ODD);
            shape.polygons().forEach(points -> gc.fillPolygon(device(points)));
        } else {
            gc.fillRectangle(device(shape.box()));
        }
    }

    /** The handles of the one shape that can be reshaped. */
    void handles(Shape shape, double density) {
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(unit);
        if (!shape.isPolygon()) {
            for (Handle handle : Handle.values()) {
                square(handle.x(shape.box()), handle.y(shape.box()), HANDLE * unit);
            }
            return;
        }
        for (Vertex start : SelectTool.middles(shape, viewport, density)) {
            double[] points = shape.polygons().get(start.polygon());
            int i = 2 * start.index();
            int j = (i + 2) % points.length;
            middle((points[i] + points[j]) / 2, (points[i + 1] + points[j + 1]) / 2);
        }
        for (double[] points : shape.polygons()) {
            for (int i = 0; i + 1 < points.length; i += 2) {
                square(points[i], points[i + 1], HANDLE * unit);
            }
        }
    }

    private void square(double imageX, double imageY, int half) {
        int x = (int) Math.round(viewport.deviceX(imageX)) - half;
        int y = (int) Math.round(viewport.deviceY(imageY)) - half;
        gc.setBackground(colors.handle());
        gc.fillRectangle(x, y, 2 * half + 1, 2 * half + 1);
        gc.setForeground(colors.edge());
        gc.drawRectangle(x, y, 2 * half, 2 * half);
    }

    private void middle(double imageX, double imageY) {
        int half = 3 * unit;
        int x = (int) Math.round(viewport.deviceX(imageX)) - half;
        int y = (int) Math.round(viewport.deviceY(imageY)) - half;
        gc.setBackground(colors.edge());
        gc.fillOval(x, y, 2 * half + 1, 2 * half + 1);
        gc.setForeground(colors.handle());
        gc.drawOval(x, y, 2 * half, 2 * half);
    }

    /** What a tool shows while a box or an outline is being drawn. */
    void preview(Preview preview) {
        if (preview.rubber() != null) {
            Rectangle rectangle = device(preview.rubber().box());
            boolean drawing = preview.rubber().purpose() == Preview.Purpose.DRAW;
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(3 * unit);
            gc.setForeground(colors.edge());
            gc.drawRectangle(rectangle);
            gc.setLineWidth(unit);
            gc.setForeground(drawing ? colors.handle() : colors.focus());
            if (!drawing) {
                gc.setLineDash(new int[] {4 * unit, 3 * unit});
            }
            gc.drawRectangle(rectangle);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
        if (preview.outline() != null) {
            int[] points = device(preview.outline());
            gc.setLineWidth(3 * unit);
            gc.setForeground(colors.edge());
            gc.drawPolyline(points);
            gc.setLineWidth(unit);
            gc.setForeground(colors.handle());
            gc.drawPolyline(points);
            for (int i = 0; i + 1 < preview.outline().length; i += 2) {
                square(preview.outline()[i], preview.outline()[i + 1], HANDLE * unit);
            }
        }
    }

    /** Cut off far outside of the canvas: no number overflows, no dash is computed that nobody sees. */
    private Rectangle device(Box box) {
        int far = 64;
        int x = (int) Math.round(Math.max(-far, Math.min(viewport.width() + far, viewport.deviceX(box.x()))));
        int y = (int) Math.round(Math.max(-far, Math.min(viewport.height() + far, viewport.deviceY(box.y()))));
        int right = (int) Math.round(Math.max(-far, Math.min(viewport.width() + far, viewport.deviceX(box.right()))));
        int bottom = (int) Math.round(Math.max(-far, Math.min(viewport.height() + far, viewport.deviceY(box.bottom()))));
        return new Rectangle(x, y, right - x, bottom - y);
    }

    private int[] device(double[] points) {
        int[] device = new int[points.length];
        for (int i = 0; i + 1 < points.length; i += 2) {
            device[i] = (int) Math.round(viewport.deviceX(points[i]));
            device[i + 1] = (int) Math.round(viewport.deviceY(points[i + 1]));
        }
        return device;
    }
}
