package dev.errata.ui.annotation.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

/** Which shapes of a scene are selected, in the order in which they were; by their keys, which outlive their shapes. */
final class CanvasSelection {

    private final Supplier<Scene> scene;
    private Set<Shape.Key> keys = new LinkedHashSet<>();

    /** @param scene the one that is shown now */
    CanvasSelection(Supplier<Scene> scene) {
        this.scene = scene;
    }

    Set<Shape.Key> keys() {
        return keys;
    }

    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(keys.size());
        for (Shape.Key key : keys) {
            Shape shape = scene.get().find(key);
            if (shape != null) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    /** @return whether others are selected now */
    boolean set(List<Shape> shapes) {
        Set<Shape.Key> next = new LinkedHashSet<>();
        shapes.forEach(shape -> next.add(shape.key()));
        if (next.equals(keys)) {
            return false;
        }
        keys = next;
        return true;
    }

    /**
     * Follows a change of the scene: what is gone is not selected any more.
     *
     * @return whether the shapes stand for other objects now
     */
    boolean follow(Runnable change) {
        List<Object> before = elements();
        change.run();
        keys.removeIf(key -> scene.get().find(key) == null);
        return !same(before, elements());
    }

    private List<Object> elements() {
        return shapes().stream().map(Shape::element).toList();
    }

    private static boolean same(List<Object> one, List<Object> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i) == other.get(i);
        }
        return same;
    }

    /** What comes after or before what is selected, in drawing order and from the last to the first; empty where is nothing. */
    List<Shape> next(int step) {
        List<Shape> all = scene.get().shapes();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Shape> selected = shapes();
        int from = selected.isEmpty() ? (step > 0 ? -1 : 0) : all.indexOf(selected.getLast());
        return List.of(all.get(Math.floorMod(from + step, all.size())));
    }

    /** What comes after a shape, in drawing order; empty after the last. */
    List<Shape> following(Shape shape) {
        List<Shape> all = scene.get().shapes();
        int next = all.indexOf(shape) + 1;
        return all.subList(next, Math.min(next + 1, all.size()));
    }
}
