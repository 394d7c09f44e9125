package dev.errata.ui.annotation.tools;

import java.util.List;

import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

/** The canvas, as the tools see it. Everything happens on one thread. */
public interface Surface {

    /** What is shown, changes included that are still on their way to disk. */
    Scene scene();

    Viewport viewport();

    /** Device pixels per point: more than 1 on a monitor with a zoom. */
    double density();

    void show(Viewport viewport);

    /** The selected shapes as they look now. */
    List<Shape> selection();

    void select(List<Shape> shapes);

    /** The selected annotations that may be moved and reshaped. */
    default List<Shape> movable() {
        return !editable() ? List.of()
            : selection().stream().filter(shape -> !shape.isPrediction() && !scene().isLocked(shape)).toList();
    }

    /** @param shape under the pointer, or null */
    void hover(Shape shape);

    void preview(Preview preview);

    /** Whether labels may be changed here. */
    boolean editable();

    void perform(Edit edit);

    /** The work of a tool that works once is done: back to selecting. */
    void toolFinished();
}
