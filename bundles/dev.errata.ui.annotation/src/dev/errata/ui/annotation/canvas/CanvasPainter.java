package dev.errata.ui.annotation.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.SelectTool;

/** Paints a canvas: picture, outlines, what is selected and dragged, tags, messages. */
final class CanvasPainter {

    /** With more shapes than these in sight, only the selected ones and those under the pointer have tags. */
    private static final int MOST_TAGS = 60;

    private final AnnotationCanvas canvas;
    private final PictureLayer picture;
    private final CanvasColors colors = new CanvasColors();
    private final TagPainter tags = new TagPainter(colors);

    CanvasPainter(AnnotationCanvas canvas, PictureLayer picture) {
        this.canvas = canvas;
        this.picture = picture;
    }

    void paint(GC gc) {
        Rectangle client = canvas.getClientArea();
        gc.setBackground(colors.background());
        gc.fillRectangle(client);
        Viewport viewport = canvas.viewport();
        double density = canvas.density();
        Layers layers = new Layers(viewport);
        Transform transform = new Transform(gc.getDevice());
        // One unit is one device pixel: pictures and lines are crisp at every zoom of the monitor.
        transform.scale((float) (1 / density), (float) (1 / density));
        gc.setTransform(transform);
        picture.paint(gc, viewport);
        if (picture.isEmpty()) {
            frame(gc, viewport);
        }
        ShapePainter shapes = new ShapePainter(gc, viewport, colors, canvas.scene(), density);
        if (!canvas.isPeeking()) {
            shapes.outlines(layers.plain);
            shapes.emphasised(layers.hovered, false);
            shapes.emphasised(layers.selected, true);
            Shape handled = SelectTool.handled(canvas);
            if (handled != null && layers.selected.contains(handled)) {
                shapes.handles(layers.selected.get(layers.selected.indexOf(handled)), density);
            }
        }
        shapes.preview(canvas.preview());
        gc.setTransform(null);
        transform.dispose();
        if (!canvas.isPeeking()) {
            tags.paint(gc, canvas, layers.tagged(), false);
            tags.paint(gc, canvas, layers.emphasised(), true);
        }
        message(gc, client);
        if (canvas.isFocusControl()) {
            gc.setForeground(colors.focus());
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
            gc.drawRectangle(0, 0, client.width - 1, client.height - 1);
        }
    }

    /** Where the picture would be. */
    private void frame(GC gc, Viewport viewport) {
        if (canvas.scene().bounds() != null) {
            gc.setForeground(colors.message());
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle((int) Math.round(viewport.deviceX(0)), (int) Math.round(viewport.deviceY(0)),
                (int) Math.round(viewport.imageWidth() * viewport.scale()),
                (int) Math.round(viewport.imageHeight() * viewport.scale()));
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private void message(GC gc, Rectangle client) {
        String text = canvas.message();
        if (text.isEmpty()) {
            return;
        }
        Point extent = gc.textExtent(text);
        int x = Math.max(8, (client.width - extent.x) / 2);
        int y = canvas.scene().shapes().isEmpty() ? Math.max(8, (client.height - extent.y) / 2) : 12;
        gc.setBackground(colors.background());
        gc.fillRectangle(x - 8, y - 4, extent.x + 16, extent.y + 8);
        gc.setForeground(colors.message());
        gc.drawText(text, x, y, true);
    }

    /** The shapes in sight, by how they are painted; what is being dragged as it would become. */
    private final class Layers {

        final List<Shape> plain = new ArrayList<>();
        final List<Shape> hovered = new ArrayList<>();
        final List<Shape> selected = new ArrayList<>();

        Layers(Viewport viewport) {
            List<Shape> changed = canvas.preview().changed();
            Set<Shape> emphasised = new HashSet<>(canvas.selection());
            for (Shape shape : canvas.selection()) {
                int at = changed.indexOf(shape);
                selected.add(at < 0 ? shape : changed.get(at));
            }
            Shape hover = canvas.hovered();
            if (hover != null && emphasised.add(hover)) {
                hovered.add(hover);
            }
            for (Shape shape : canvas.scene().near(viewport.visible())) {
                if (!emphasised.contains(shape)) {
                    plain.add(shape);
                }
            }
        }

        /** Those that have a tag without standing out. */
        List<Shape> tagged() {
            return plain.size() <= MOST_TAGS ? plain
                : plain.stream().filter(shape -> shape.target() || canvas.scene().verdict(shape) != null).toList();
        }

        List<Shape> emphasised() {
            List<Shape> all = new ArrayList<>(hovered);
            all.addAll(selected.size() <= MOST_TAGS ? selected : selected.subList(0, MOST_TAGS));
            return all;
        }
    }
}
