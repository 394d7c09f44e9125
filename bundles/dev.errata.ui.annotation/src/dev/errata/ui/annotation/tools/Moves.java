package dev.errata.ui.annotation.tools;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;

/** Where shapes may go: inside the image, or as far outside as they are already. */
public final class Moves {

    private Moves() {
    }

    /**
     * Shapes moved together, as far as the image lets each of them.
     *
     * @param image null where its size is unknown
     */
    public static List<Shape> move(List<Shape> shapes, double dx, double dy, Box image) {
        double x = dx;
        double y = dy;
        if (image != null) {
            for (Shape shape : shapes) {
                Box box = shape.box();
                Box limits = image.union(box);
                x = Math.max(limits.x() - box.x(), Math.min(limits.right() - box.right(), x));
                y = Math.max(limits.y() - box.y(), Math.min(limits.bottom() - box.bottom(), y));
            }
        }
        double allowedX = x;
        double allowedY = y;
        return shapes.stream().map(shape -> shape.moved(allowedX, allowedY)).toList();
    }

    /** How far the edges of a box may be dragged. */
    static Box limits(Box box, Box image) {
        return image == null ? new Box(-1e9, -1e9, 2e9, 2e9) : image.union(box);
    }
}
