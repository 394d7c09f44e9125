package dev.errata.engine.metrics;

/** COCO's object sizes in square pixels; both ends are closed, so that an edge belongs to two of them. */
public enum AreaRange {

    ALL(0, 1e5 * 1e5),
    SMALL(0, 32 * 32),
    MEDIUM(32 * 32, 96 * 96),
    LARGE(96 * 96, 1e5 * 1e5);

    private final double from;
    private final double to;

    AreaRange(double from, double to) {
        this.from = from;
        this.to = to;
    }

    boolean contains(double area) {
        return !(area < from || area > to);
    }
}
