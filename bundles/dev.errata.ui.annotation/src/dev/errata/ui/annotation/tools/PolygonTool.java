package dev.errata.ui.annotation.tools;

import java.util.ArrayList;
import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Polygons;

/**
 * Draws a new outline point by point. Clicking the first point, a double click or Enter closes it; Backspace takes back the last
 * point. Points stay inside the image.
 */
public final class PolygonTool extends Tool {

    private final List<double[]> points = new ArrayList<>();
    private boolean closedByPress;

    public PolygonTool(Surface surface) {
        super(surface);
    }

    @Override
    public void pressed(Pointer pointer) {
        closedByPress = false;
        if (points.size() >= 3 && nearFirst(pointer)) {
            closedByPress = complete();
            return;
        }
        points.add(inImage(pointer));
        show(pointer);
    }

    @Override
    public void dragged(Pointer pointer) {
        if (!points.isEmpty()) {
            points.set(points.size() - 1, inImage(pointer));
            show(pointer);
        }
    }

    @Override
    public void moved(Pointer pointer) {
        show(pointer);
    }

    @Override
    public void doubleClicked(Pointer pointer) {
        if (closedByPress || points.size() < 2) {
            return;
        }
        // The second press of the double click added a point on top of the last one.
        double[] last = points.get(points.size() - 1);
        double[] before = points.get(points.size() - 2);
        if (Math.hypot(last[0] - before[0], last[1] - before[1]) <= reach()) {
            points.remove(points.size() - 1);
        }
        complete();
    }

    @Override
    public boolean stepBack() {
        if (points.isEmpty()) {
            return false;
        }
        points.remove(points.size() - 1);
        surface.preview(points.isEmpty() ? Preview.NONE : Preview.of(outline(null)));
        return true;
    }

    @Override
    public boolean complete() {
        if (points.size() < 3 || !surface.editable()) {
            return false;
        }
        List<double[]> polygons = List.of(outline(null));
        Box bounds = Polygons.bounds(polygons);
        cancel();
        if (bounds.width() > 0 && bounds.height() > 0) {
            surface.perform(new Edit.Draw(bounds, polygons));
        }
        surface.toolFinished();
        return true;
    }

    @Override
    public boolean cancel() {
        boolean busy = !points.isEmpty();
        points.clear();
        surface.preview(Preview.NONE);
        return busy;
    }

    @Override
    public PointerShape pointerShape(Pointer pointer) {
        return points.size() >= 3 && nearFirst(pointer) ? PointerShape.VERTEX : PointerShape.CROSS;
    }

    private void show(Pointer pointer) {
        if (!points.isEmpty()) {
            surface.preview(Preview.of(outline(inImage(pointer))));
        }
    }

    private boolean nearFirst(Pointer pointer) {
        double[] first = points.get(0);
        return Math.abs(surface.viewport().deviceX(first[0]) - pointer.x()) <= deviceReach()
            && Math.abs(surface.viewport().deviceY(first[1]) - pointer.y()) <= deviceReach();
    }

    private double[] inImage(Pointer pointer) {
        double x = tenth(pointer.imageX(surface.viewport()));
        double y = tenth(pointer.imageY(surface.viewport()));
        Box image = surface.scene().bounds();
        if (image == null) {
            return new double[] {x, y};
        }
        return new double[] {Math.max(0, Math.min(image.width(), x)), Math.max(0, Math.min(image.height(), y))};
    }

    /** Outlines are drawn to a tenth of a pixel: label files print every digit. */
    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private double[] outline(double[] last) {
        double[] outline = new double[2 * (points.size() + (last == null ? 0 : 1))];
        for (int i = 0; i < outline.length / 2; i++) {
            double[] point = i < points.size() ? points.get(i) : last;
            outline[2 * i] = point[0];
            outline[2 * i + 1] = point[1];
        }
        return outline;
    }
}
