package dev.errata.ui.annotation.canvas;

import java.util.List;

import org.eclipse.swt.widgets.Display;

import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.annotation.tools.Moves;
import dev.errata.ui.annotation.tools.Preview;
import dev.errata.ui.annotation.tools.Surface;

/** Moves the selected annotations by arrow keys. Steps that follow quickly on each other become one change. */
final class Nudger {

    /** A pause this long ends the change, milliseconds. */
    private static final int PAUSE = 500;

    private final Surface surface;
    private final Display display;
    private List<Shape> moved = List.of();
    private int steps;

    Nudger(Surface surface, Display display) {
        this.surface = surface;
        this.display = display;
    }

    /** @return whether anything selected can be moved */
    boolean nudge(double dx, double dy) {
        List<Shape> from = moved.isEmpty() ? surface.movable() : moved;
        if (from.isEmpty() || !surface.editable()) {
            return false;
        }
        moved = Moves.move(from, dx, dy, surface.scene().bounds());
        surface.preview(Preview.of(moved));
        int step = ++steps;
        display.timerExec(PAUSE, () -> {
            if (step == steps) {
                flush();
            }
        });
        return true;
    }

    /** Makes the change that is under way, if there is one. */
    void flush() {
        if (moved.isEmpty()) {
            return;
        }
        List<Shape> changed = moved.stream().filter(shape -> {
            Shape now = surface.scene().find(shape.key());
            return now != null && !now.box().equals(shape.box());
        }).toList();
        cancel();
        if (!changed.isEmpty()) {
            surface.perform(new Edit.Reshape(changed));
        }
    }

    /** @return whether a change was under way */
    boolean cancel() {
        boolean busy = !moved.isEmpty();
        moved = List.of();
        steps++;
        if (busy) {
            surface.preview(Preview.NONE);
        }
        return busy;
    }
}
