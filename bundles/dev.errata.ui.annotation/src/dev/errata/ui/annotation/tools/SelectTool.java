package dev.errata.ui.annotation.tools;

import java.util.ArrayList;
import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Handle;
import dev.errata.ui.annotation.geometry.Polygons;
import dev.errata.ui.annotation.geometry.Polygons.Vertex;
import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Shape;

/**
 * Selects, moves and reshapes.
 * <ul>
 * <li>Click: the shape on top; a second click at the same place: the one below it. Shift+click adds or removes.
 * <li>Drag a handle, a vertex, or the little handle in the middle of an outline's edge (which makes a new vertex).
 * <li>Alt+click on a vertex removes it; so does Backspace after touching it.
 * <li>Drag a shape: moves the selected annotations. Drag from free space: selects what is inside.
 * </ul>
 */
public final class SelectTool extends Tool {

    /** Edges of an outline shorter than this have no handle in the middle, points. */
    private static final double SHORTEST_EDGE = 30;

    private enum Gesture {
        NONE, CLICK, MOVE, RESIZE, VERTEX, BAND
    }

    private Gesture gesture = Gesture.NONE;
    private Pointer from;
    private Pointer previousClick;
    private boolean wasSelected;
    private Shape subject;
    private Handle handle;
    private Vertex vertex;
    private List<double[]> outline;
    private List<Shape> result = List.of();
    private Vertex touched;
    private Shape.Key touchedOf;

    public SelectTool(Surface surface) {
        super(surface);
    }

    /** The one annotation that shows handles, or null. */
    public static Shape handled(Surface surface) {
        List<Shape> movable = surface.movable();
        return surface.selection().size() == 1 && movable.size() == 1 ? movable.get(0) : null;
    }

    /** The edges of an outline that have a handle in the middle, named by the vertices that they start from. */
    public static List<Vertex> middles(Shape shape, Viewport viewport, double density) {
        List<Vertex> found = new ArrayList<>();
        for (int p = 0; p < shape.polygons().size(); p++) {
            double[] points = shape.polygons().get(p);
            int n = points.length / 2;
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                double length = viewport.scale()
                    * Math.hypot(points[2 * j] - points[2 * i], points[2 * j + 1] - points[2 * i + 1]);
                if (length >= SHORTEST_EDGE * density) {
                    found.add(new Vertex(p, i));
                }
            }
        }
        return found;
    }

    @Override
    public void pressed(Pointer pointer) {
        from = pointer;
        result = List.of();
        Grip grip = gripAt(pointer);
        if (grip != null) {
            take(grip, pointer);
            return;
        }
        touched = null;
        List<Shape> hits = hits(pointer);
        if (hits.isEmpty()) {
            gesture = Gesture.BAND;
            return;
        }
        gesture = Gesture.CLICK;
        List<Shape> selection = surface.selection();
        wasSelected = hits.stream().anyMatch(selection::contains);
        if (pointer.shift()) {
            toggle(hits.get(0), selection);
            wasSelected = false;
        } else if (!wasSelected) {
            surface.select(List.of(hits.get(0)));
        }
    }

    private void take(Grip grip, Pointer pointer) {
        subject = grip.shape();
        handle = grip.handle();
        vertex = grip.vertex();
        if (handle != null) {
            gesture = Gesture.RESIZE;
            return;
        }
        if (pointer.alt() && !grip.between()) {
            gesture = Gesture.NONE;
            removeVertex(subject, vertex);
            return;
        }
        gesture = Gesture.VERTEX;
        outline = subject.polygons();
        if (grip.between()) {
            outline = Polygons.inserted(outline, vertex, pointer.imageX(surface.viewport()), pointer.imageY(surface.viewport()));
            vertex = new Vertex(vertex.polygon(), vertex.index() + 1);
        }
        touched = vertex;
        touchedOf = subject.key();
    }

    private void toggle(Shape shape, List<Shape> selection) {
        List<Shape> changed = new ArrayList<>(selection);
        if (!changed.remove(shape)) {
            changed.add(shape);
        }
        surface.select(changed);
    }

    @Override
    public void dragged(Pointer pointer) {
        if (gesture == Gesture.NONE || from == null || result.isEmpty() && !isDrag(from, pointer)) {
            return;
        }
        Viewport viewport = surface.viewport();
        double x = pointer.imageX(viewport);
        double y = pointer.imageY(viewport);
        switch (gesture) {
            case CLICK -> {
                if (!surface.movable().isEmpty()) {
                    gesture = Gesture.MOVE;
                    dragged(pointer);
                }
            }
            case MOVE -> {
                result = Moves.move(surface.movable(), Math.round(x - from.imageX(viewport)),
                    Math.round(y - from.imageY(viewport)), surface.scene().bounds());
                surface.preview(Preview.of(result));
            }
            case RESIZE -> {
                Box box = handle.drag(subject.box(), x, y, Moves.limits(subject.box(), surface.scene().bounds()));
                result = List.of(subject.withBox(box));
                surface.preview(Preview.of(result));
            }
            case VERTEX -> {
                Box limits = Moves.limits(subject.box(), surface.scene().bounds());
                double px = Math.max(limits.x(), Math.min(limits.right(), Math.round(x * 10) / 10.0));
                double py = Math.max(limits.y(), Math.min(limits.bottom(), Math.round(y * 10) / 10.0));
                result = List.of(subject.withPolygons(Polygons.withVertex(outline, vertex, px, py)));
                surface.preview(Preview.of(result));
            }
            case BAND -> surface.preview(Preview.of(
                Box.between(from.imageX(viewport), from.imageY(viewport), x, y), Preview.Purpose.SELECT));
            default -> throw new IllegalStateException(gesture.name());
        }
    }

    @Override
    public void released(Pointer pointer) {
        Gesture done = gesture;
        Pointer start = from;
        List<Shape> changed = result;
        reset();
        if (start == null) {
            return;
        }
        switch (done) {
            case CLICK -> {
                if (wasSelected && previousClick != null && !isDrag(previousClick, pointer)) {
                    selectBelow(pointer);
                } else if (wasSelected && surface.selection().size() > 1) {
                    surface.select(hits(pointer).stream().filter(surface.selection()::contains).limit(1).toList());
                }
                previousClick = pointer;
            }
            case MOVE, RESIZE, VERTEX -> {
                List<Shape> real = changed.stream().filter(this::differs).toList();
                if (!real.isEmpty()) {
                    surface.perform(new Edit.Reshape(real));
                }
            }
            case BAND -> {
                Viewport viewport = surface.viewport();
                Box band = Box.between(start.imageX(viewport), start.imageY(viewport), pointer.imageX(viewport),
                    pointer.imageY(viewport));
                selectInside(band, isDrag(start, pointer), pointer.shift());
            }
            default -> {
                // A vertex was removed when the button went down.
            }
        }
    }

    private boolean differs(Shape shape) {
        Shape now = surface.scene().find(shape.key());
        return now != null && (shape.isPolygon() || !now.box().equals(shape.box()));
    }

    private void selectBelow(Pointer pointer) {
        List<Shape> hits = hits(pointer);
        List<Shape> selection = surface.selection();
        for (int i = 0; i < hits.size(); i++) {
            if (selection.contains(hits.get(i))) {
                surface.select(List.of(hits.get((i + 1) % hits.size())));
                return;
            }
        }
    }

    private void selectInside(Box band, boolean dragged, boolean add) {
        List<Shape> selected = new ArrayList<>(add ? surface.selection() : List.of());
        if (dragged) {
            for (Shape shape : surface.scene().inside(band)) {
                if (!selected.contains(shape)) {
                    selected.add(shape);
                }
            }
        }
        surface.select(selected);
    }

    @Override
    public void moved(Pointer pointer) {
        List<Shape> hits = hits(pointer);
        surface.hover(hits.isEmpty() ? null : hits.get(0));
    }

    /** On an edge of the selected outline: makes a vertex there. */
    @Override
    public void doubleClicked(Pointer pointer) {
        Shape shape = handled(surface);
        if (shape == null || !shape.isPolygon()) {
            return;
        }
        double x = pointer.imageX(surface.viewport());
        double y = pointer.imageY(surface.viewport());
        Vertex edge = Polygons.edgeAt(shape.polygons(), x, y, reach());
        if (edge != null && Polygons.vertexAt(shape.polygons(), x, y, reach()) == null) {
            double px = Math.round(x * 10) / 10.0;
            double py = Math.round(y * 10) / 10.0;
            surface.perform(new Edit.Reshape(List.of(
                shape.withPolygons(Polygons.inserted(shape.polygons(), edge, px, py)))));
        }
    }

    /** Removes the vertex that was touched last. */
    @Override
    public boolean stepBack() {
        Shape shape = handled(surface);
        if (shape == null || touched == null || !shape.key().equals(touchedOf)
            || touched.polygon() >= shape.polygons().size()
            || 2 * touched.index() >= shape.polygons().get(touched.polygon()).length) {
            return false;
        }
        removeVertex(shape, touched);
        return true;
    }

    private void removeVertex(Shape shape, Vertex which) {
        touched = null;
        List<double[]> rest = Polygons.without(shape.polygons(), which);
        if (rest != null) {
            surface.perform(new Edit.Reshape(List.of(shape.withPolygons(rest))));
        }
    }

    @Override
    public boolean cancel() {
        boolean busy = gesture != Gesture.NONE && gesture != Gesture.CLICK;
        reset();
        return busy;
    }

    private void reset() {
        gesture = Gesture.NONE;
        from = null;
        result = List.of();
        subject = null;
        surface.preview(Preview.NONE);
    }

    @Override
    public PointerShape pointerShape(Pointer pointer) {
        if (gesture == Gesture.MOVE) {
            return PointerShape.MOVE;
        }
        if (gesture == Gesture.RESIZE) {
            return PointerShape.of(handle);
        }
        Grip grip = gripAt(pointer);
        if (grip != null) {
            return grip.handle() != null ? PointerShape.of(grip.handle()) : PointerShape.VERTEX;
        }
        boolean onSelected = hits(pointer).stream().anyMatch(surface.movable()::contains);
        return onSelected ? PointerShape.MOVE : PointerShape.ARROW;
    }

    private List<Shape> hits(Pointer pointer) {
        Viewport viewport = surface.viewport();
        return surface.scene().at(pointer.imageX(viewport), pointer.imageY(viewport), reach());
    }

    private Grip gripAt(Pointer pointer) {
        Shape shape = handled(surface);
        if (shape == null) {
            return null;
        }
        Viewport viewport = surface.viewport();
        if (!shape.isPolygon()) {
            Handle at = Handle.at(shape.box(), viewport, pointer.x(), pointer.y(), deviceReach());
            return at == null ? null : new Grip(shape, at, null, false);
        }
        double x = pointer.imageX(viewport);
        double y = pointer.imageY(viewport);
        Vertex at = Polygons.vertexAt(shape.polygons(), x, y, reach());
        if (at != null) {
            return new Grip(shape, null, at, false);
        }
        for (Vertex start : middles(shape, viewport, surface.density())) {
            double[] points = shape.polygons().get(start.polygon());
            int end = (start.index() + 1) % (points.length / 2);
            double mx = (points[2 * start.index()] + points[2 * end]) / 2;
            double my = (points[2 * start.index() + 1] + points[2 * end + 1]) / 2;
            if (Math.max(Math.abs(mx - x), Math.abs(my - y)) <= reach()) {
                return new Grip(shape, null, start, true);
            }
        }
        return null;
    }

    /** Something of a shape that can be dragged. */
    private record Grip(Shape shape, Handle handle, Vertex vertex, boolean between) {
    }
}
