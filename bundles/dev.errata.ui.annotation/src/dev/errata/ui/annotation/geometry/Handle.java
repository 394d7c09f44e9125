package dev.errata.ui.annotation.geometry;

/** The eight places by which a box is resized. */
public enum Handle {

    NORTH_WEST(-1, -1), NORTH(0, -1), NORTH_EAST(1, -1), EAST(1, 0),
    SOUTH_EAST(1, 1), SOUTH(0, 1), SOUTH_WEST(-1, 1), WEST(-1, 0);

    private final int horizontal;
    private final int vertical;

    Handle(int horizontal, int vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Where the handle of a box is, image pixels. */
    public double x(Box box) {
        return box.centerX() + horizontal * box.width() / 2;
    }

    /** Where the handle of a box is, image pixels. */
    public double y(Box box) {
        return box.centerY() + vertical * box.height() / 2;
    }

    /**
     * The box when this handle is dragged to a point. Only the edges that the handle touches move, to whole pixels; dragged
     * beyond the opposite edge the box turns over. It never gets thinner than a pixel.
     *
     * @param limits the moved edges stay inside
     */
    public Box drag(Box box, double x, double y, Box limits) {
        double[] across = edges(horizontal, box.x(), box.right(), x, limits.x(), limits.right());
        double[] down = edges(vertical, box.y(), box.bottom(), y, limits.y(), limits.bottom());
        return Box.between(across[0], down[0], across[1], down[1]);
    }

    private static double[] edges(int side, double low, double high, double to, double min, double max) {
        if (side == 0) {
            return new double[] {low, high};
        }
        double fixed = side < 0 ? high : low;
        double moved = Box.clamp(Math.round(to), min, max);
        if (Math.abs(moved - fixed) < 1) {
            // Away from the fixed edge, on the side where the pointer is, unless the image ends there.
            double direction = to < fixed ? -1 : 1;
            moved = Box.clamp(fixed + direction, min, max);
            if (moved == fixed) {
                moved = fixed - direction;
            }
        }
        return new double[] {fixed, moved};
    }

    /**
     * The handle nearest to a device position within a reach, or null; corners come before edges. Inside of a small box the
     * reach is less, so that there is room to take hold of the box itself.
     */
    public static Handle at(Box box, Viewport viewport, double deviceX, double deviceY, double reach) {
        boolean inside = box.contains(viewport.imageX(deviceX), viewport.imageY(deviceY));
        double reachX = inside ? Math.min(reach, box.width() * viewport.scale() / 4) : reach;
        double reachY = inside ? Math.min(reach, box.height() * viewport.scale() / 4) : reach;
        Handle found = null;
        double best = Double.POSITIVE_INFINITY;
        for (Handle handle : values()) {
            double dx = Math.abs(viewport.deviceX(handle.x(box)) - deviceX);
            double dy = Math.abs(viewport.deviceY(handle.y(box)) - deviceY);
            double distance = Math.max(dx, dy) + (handle.isCorner() ? 0 : 0.5);
            if (dx <= reachX && dy <= reachY && distance < best) {
                best = distance;
                found = handle;
            }
        }
        return found;
    }

    public boolean isCorner() {
        return horizontal != 0 && vertical != 0;
    }
}
