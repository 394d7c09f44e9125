package dev.errata.ui.annotation.tools;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;

/** A change that a tool asks for; one step of undo. */
public sealed interface Edit {

    /**
     * Annotations get another box or outline.
     *
     * @param changed as they are to become
     */
    record Reshape(List<Shape> changed) implements Edit {
    }

    /**
     * A new annotation.
     *
     * @param polygons empty for a plain box
     */
    record Draw(Box box, List<double[]> polygons) implements Edit {
    }
}
