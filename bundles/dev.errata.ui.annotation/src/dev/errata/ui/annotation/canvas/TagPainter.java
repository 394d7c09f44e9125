package dev.errata.ui.annotation.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.scene.Tint;
import dev.errata.ui.verdicts.VerdictMark;

/** Paints the name of the class at the top left corner of shapes: in points, so that the text is as large as all other text. */
public final class TagPainter {

    private static final int PADDING = 3;
    /** A longer name would hide the picture; its beginning and its end stay, as one of them tells it from others. */
    private static final int MOST_LETTERS = 40;
    private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$

    private final CanvasColors colors;
    private final Map<String, Point> extents = new HashMap<>();
    private Font measured;

    TagPainter(CanvasColors colors) {
        this.colors = colors;
    }

    /** What stands at a shape. */
    public static String text(Shape shape) {
        String label = shortened(VisibleText.oneLine(shape.label()));
        if (shape.isPrediction()) {
            return NLS.bind(Messages.Tag_prediction, label, Math.round(shape.confidence() * 100));
        }
        return shape.crowd() ? NLS.bind(Messages.Tag_crowd, label) : label;
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= MOST_LETTERS) {
            return name;
        }
        int half = MOST_LETTERS / 2;
        return name.substring(0, name.offsetByCodePoints(0, half - 1)) + ELLIPSIS
            + name.substring(name.offsetByCodePoints(name.length(), -half));
    }

    /** Also whether it is locked, and the value that it is coloured by, so that nobody has to tell colours apart to read it. */
    private static String text(Scene scene, Shape shape) {
        String text = tinted(scene, shape);
        return scene.isLocked(shape) ? NLS.bind(Messages.Tag_locked, text) : text;
    }

    private static String tinted(Scene scene, Shape shape) {
        Tint tint = scene.tint(shape);
        return tint == null || tint.value().isEmpty() ? text(shape) : NLS.bind(Messages.Tag_value, text(shape),
            shortened(VisibleText.oneLine(tint.value())));
    }

    /** @param inWords whether verdicts are spelled out; else there is only their sign */
    void paint(GC gc, AnnotationCanvas canvas, Collection<Shape> shapes, boolean inWords) {
        if (!gc.getFont().equals(measured)) {
            extents.clear();
            measured = gc.getFont();
        }
        Viewport viewport = canvas.viewport();
        double density = canvas.density();
        Rectangle client = canvas.getClientArea();
        Scene scene = canvas.scene();
        for (Shape shape : shapes) {
            String text = text(scene, shape);
            VerdictKind verdict = scene.verdict(shape);
            String badge = verdict == null ? "" //$NON-NLS-1$
                : inWords ? VerdictMark.inWords(verdict) : VerdictMark.sign(verdict);
            int width = width(gc, text);
            int badgeWidth = verdict == null ? 0 : width(gc, badge);
            int height = extent(gc, text).y;
            int x = (int) Math.round(viewport.deviceX(shape.box().x()) / density) - 1;
            int top = (int) Math.round(viewport.deviceY(shape.box().y()) / density);
            int bottom = (int) Math.round(viewport.deviceY(shape.box().bottom()) / density);
            // Predictions are tagged below, so that the two tags of a pair do not cover each other.
            int y = shape.isPrediction() ? bottom + 2 : top - height - 2;
            if (y < 0 || y + height > client.height) {
                y = shape.isPrediction() ? Math.min(bottom, client.height) - height - 3 : Math.max(0, top + 3);
            }
            x = Math.max(0, Math.min(client.width - width - badgeWidth, x));
            Color color = colors.of(scene, shape);
            gc.setBackground(shape.isPrediction() ? colors.edge() : color);
            gc.setForeground(shape.isPrediction() ? color : colors.edge());
            gc.fillRectangle(x, y, width, height);
            gc.drawText(text, x + PADDING, y, true);
            if (verdict != null) {
                gc.setBackground(VerdictMark.badge());
                gc.setForeground(VerdictMark.letters());
                gc.fillRectangle(x + width, y, badgeWidth, height);
                gc.drawText(badge, x + width + PADDING, y, true);
            }
        }
    }

    private Point extent(GC gc, String text) {
        return extents.computeIfAbsent(text, gc::textExtent);
    }

    private int width(GC gc, String text) {
        return extent(gc, text).x + 2 * PADDING;
    }
}
