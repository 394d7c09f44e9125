package dev.errata.ui.annotation.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.dataset.model.VerdictKind;
import dev.errata.ui.annotation.geometry.Box;

/** The shapes of one image at one moment. Immutable: a change of a label makes a new scene. */
public final class Scene {

    public static final Scene EMPTY = new Scene(0, 0, List.of());

    private final int width;
    private final int height;
    private final List<Shape> shapes;
    private final Map<Shape.Key, Shape> byKey = new LinkedHashMap<>();
    private final ShapeIndex index;
    /** Null where shapes have the colours of their classes. */
    private final Tints tints;
    private final Map<Shape.Key, VerdictKind> verdicts;
    /** Shapes that nobody takes hold of. */
    private final Set<Shape.Key> locked;

    /** The colours of some shapes, and that of all others. */
    private record Tints(Map<Shape.Key, Tint> byKey, Tint others) {
    }

    /**
     * Shapes have the colours of their classes.
     *
     * @param width of the image, pixels; 0 where unknown
     * @param height of the image, pixels; 0 where unknown
     * @param shapes in drawing order
     */
    public Scene(int width, int height, List<Shape> shapes) {
        this(width, height, shapes, null, Map.of(), Set.of());
    }

    private Scene(int width, int height, List<Shape> shapes, Tints tints, Map<Shape.Key, VerdictKind> verdicts,
        Set<Shape.Key> locked) {
        this.width = width;
        this.height = height;
        this.tints = tints;
        this.verdicts = verdicts;
        this.locked = locked;
        this.shapes = List.copyOf(shapes);
        for (Shape shape : this.shapes) {
            byKey.put(shape.key(), shape);
        }
        index = new ShapeIndex(this.shapes);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The image, or null where its size is unknown. */
    public Box bounds() {
        return width > 0 && height > 0 ? new Box(0, 0, width, height) : null;
    }

    public List<Shape> shapes() {
        return shapes;
    }

    /** The shape of an object, or null. */
    public Shape find(Shape.Key key) {
        return byKey.get(key);
    }

    /** The shapes at a position in image pixels that are not locked, the one on top first. */
    public List<Shape> at(double x, double y, double reach) {
        return index.at(x, y, reach).stream().filter(shape -> !isLocked(shape)).toList();
    }

    /** The shapes whose bounds meet a box, in drawing order. */
    public List<Shape> near(Box area) {
        return index.near(area);
    }

    /** The shapes completely inside a box that are not locked. */
    public List<Shape> inside(Box area) {
        List<Shape> found = new ArrayList<>();
        for (Shape shape : near(area)) {
            if (area.contains(shape.box()) && !isLocked(shape)) {
                found.add(shape);
            }
        }
        return found;
    }

    /** The same image with other shapes in the place of some, and new ones on top. */
    public Scene with(Map<Shape.Key, Shape> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        List<Shape> result = new ArrayList<>(shapes.size());
        for (Shape shape : shapes) {
            result.add(changed.getOrDefault(shape.key(), shape));
        }
        for (Shape shape : changed.values()) {
            if (!byKey.containsKey(shape.key())) {
                result.add(shape);
            }
        }
        return new Scene(width, height, result, tints, verdicts, locked);
    }

    /** The same image without some shapes. */
    public Scene without(Set<Shape.Key> hidden) {
        return hidden.isEmpty() ? this
            : new Scene(width, height, shapes.stream().filter(shape -> !hidden.contains(shape.key())).toList(), tints,
                verdicts, locked);
    }

    /** The same shapes on an image whose size is known better. */
    public Scene sized(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height ? this : new Scene(newWidth, newHeight, shapes, tints, verdicts, locked);
    }

    /** The same shapes in other colours than those of their classes. */
    public Scene tinted(Map<Shape.Key, Tint> byKey, Tint others) {
        return new Scene(width, height, shapes, new Tints(Map.copyOf(byKey), others), verdicts, locked);
    }

    /** The same shapes, about some of which somebody gave a verdict. */
    public Scene judged(Map<Shape.Key, VerdictKind> byKey) {
        return new Scene(width, height, shapes, tints, Map.copyOf(byKey), locked);
    }

    /** The verdict about a shape of this image; null where nobody gave one. */
    public VerdictKind verdict(Shape shape) {
        return verdicts.get(shape.key());
    }

    /** The same shapes, of which some stay where they are and let the mouse through. */
    public Scene locked(Set<Shape.Key> keys) {
        return keys.equals(locked) ? this : new Scene(width, height, shapes, tints, verdicts, Set.copyOf(keys));
    }

    public boolean isLocked(Shape shape) {
        return locked.contains(shape.key());
    }

    /** The colour of a shape of this image; null where it has that of its class. */
    public Tint tint(Shape shape) {
        return tints == null ? null : tints.byKey.getOrDefault(shape.key(), tints.others);
    }
}
