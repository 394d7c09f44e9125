package dev.errata.ui.annotation.tools;

import dev.errata.ui.annotation.geometry.Viewport;

/**
 * Where the pointer is and what is held with it.
 *
 * @param x device pixels from the left of the canvas
 * @param y device pixels from the top of the canvas
 * @param shift whether Shift is down
 * @param alt whether Alt is down
 */
public record Pointer(double x, double y, boolean shift, boolean alt) {

    public double imageX(Viewport viewport) {
        return viewport.imageX(x);
    }

    public double imageY(Viewport viewport) {
        return viewport.imageY(y);
    }

    double distanceTo(Pointer other) {
        return Math.max(Math.abs(x - other.x), Math.abs(y - other.y));
    }
}
