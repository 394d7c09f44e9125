package dev.errata.ui.annotation.tests;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;

/** Shapes without a dataset. */
final class Shapes {

    private Shapes() {
    }

    static Shape annotation(long id, double x, double y, double width, double height) {
        return new Shape(Shape.Key.annotation(id), "annotation " + id, new Box(x, y, width, height), List.of(), "cat", 1, false,
            false);
    }

    static Shape prediction(int index, double x, double y, double width, double height) {
        return new Shape(Shape.Key.prediction("run", index), "prediction " + index, new Box(x, y, width, height), List.of(),
            "dog", 0.5, false, false);
    }

    static Shape polygon(long id, double... points) {
        return annotation(id, 0, 0, 0, 0).withPolygons(List.of(points));
    }
}
