package dev.errata.ui.annotation.tools;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;

/**
 * What a tool shows while it is at work, before anything is changed.
 *
 * @param changed shapes as they would become, painted in the place of what they are
 * @param rubber a box being drawn or dragged open, or null
 * @param outline an open outline being drawn, x and y in turn, or null
 */
public record Preview(List<Shape> changed, Rubber rubber, double[] outline) {

    public static final Preview NONE = new Preview(List.of(), null, null);

    public static Preview of(List<Shape> changed) {
        return new Preview(changed, null, null);
    }

    public static Preview of(Box box, Purpose purpose) {
        return new Preview(List.of(), new Rubber(box, purpose), null);
    }

    public static Preview of(double[] outline) {
        return new Preview(List.of(), null, outline);
    }

    /** A box under the pointer. */
    public record Rubber(Box box, Purpose purpose) {
    }

    /** What will be done with a box when the button is released. */
    public enum Purpose {
        DRAW, SELECT, ZOOM
    }
}
