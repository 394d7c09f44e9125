package dev.errata.ui.matrix.model;

/**
 * How large cells are.
 *
 * @param mode who decides
 * @param points the height of a cell when the person decides
 */
public record CellSize(Mode mode, double points) {

    /** The smallest height of a cell that a person can set, points. */
    public static final double SMALLEST = 1;
    /** The largest height of a cell that a person can set, points. */
    public static final double LARGEST = 160;

    /** As large as the room allows, but not so small that class names collide. */
    public static final CellSize READABLE = new CellSize(Mode.READABLE, 0);
    /** The whole matrix without scrolling, however small the cells become. */
    public static final CellSize FIT = new CellSize(Mode.FIT, 0);

    /** Who decides how large cells are. */
    public enum Mode {
        /** The room, down to the height of a line of text. */
        READABLE,
        /** The room. */
        FIT,
        /** The person. */
        FIXED
    }

    public static CellSize fixed(double points) {
        return new CellSize(Mode.FIXED, Math.clamp(points, SMALLEST, LARGEST));
    }
}
