package dev.errata.ui.annotation.canvas;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

/** The scene of an image as it is shown: without what is hidden, with what is locked and with changes that are on their way. */
final class ShownScene {

    private final Set<Shape.Key> hidden = new HashSet<>();
    private final Set<Shape.Key> locked = new HashSet<>();
    private final Map<Shape.Key, Shape> held = new LinkedHashMap<>();
    private Scene loaded = Scene.EMPTY;
    private Scene scene = Scene.EMPTY;

    Scene get() {
        return scene;
    }

    /** Another image: nothing is hidden, locked or on its way. */
    void open(Scene newScene) {
        held.clear();
        hidden.clear();
        locked.clear();
        loaded = newScene;
        rebuild();
    }

    /**
     * The same image with other labels.
     *
     * @param keepSize whether the image is as large as it was, because its picture is shown
     */
    void update(Scene newScene, boolean keepSize) {
        int width = !keepSize && newScene.width() > 0 ? newScene.width() : loaded.width();
        int height = !keepSize && newScene.height() > 0 ? newScene.height() : loaded.height();
        loaded = newScene.sized(width, height);
        rebuild();
    }

    void resize(int width, int height) {
        loaded = loaded.sized(width, height);
        rebuild();
    }

    void hold(Collection<Shape> shapes) {
        shapes.forEach(shape -> held.put(shape.key(), shape));
        rebuild();
    }

    /** Ends {@link #hold}, except for what was held anew since. */
    void release(Collection<Shape> shapes) {
        for (Shape shape : shapes) {
            if (held.get(shape.key()) == shape) {
                held.remove(shape.key());
            }
        }
        rebuild();
    }

    /** Hides shapes; shows all again for none. */
    void hide(Set<Shape.Key> shapes) {
        if (shapes.isEmpty()) {
            hidden.clear();
        } else {
            hidden.addAll(shapes);
        }
        rebuild();
    }

    /** Locks shapes, or unlocks them where all are locked; unlocks everything for none. */
    void toggleLocked(Set<Shape.Key> shapes) {
        if (shapes.isEmpty()) {
            locked.clear();
        } else if (!locked.addAll(shapes)) {
            locked.removeAll(shapes);
        }
        rebuild();
    }

    private void rebuild() {
        scene = loaded.without(hidden).with(held).locked(locked);
    }

    /** The image, or where its size is unknown, all labels. */
    Box extent() {
        Box extent = loaded.bounds();
        if (extent == null) {
            extent = new Box(0, 0, 1, 1);
            for (Shape shape : loaded.shapes()) {
                extent = extent.union(shape.box());
            }
        }
        return extent;
    }
}
