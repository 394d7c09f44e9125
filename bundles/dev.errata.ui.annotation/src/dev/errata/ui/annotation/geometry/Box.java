package dev.errata.ui.annotation.geometry;

/**
 * A rectangle in image pixels, the origin at the top left of the image. Width and height are never negative.
 *
 * @param x left edge
 * @param y top edge
 */
public record Box(double x, double y, double width, double height) {

    /** The rectangle between two corners, in any order. */
    public static Box between(double x1, double y1, double x2, double y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public double area() {
        return width * height;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    public boolean intersects(Box other) {
        return other.x <= right() && other.right() >= x && other.y <= bottom() && other.bottom() >= y;
    }

    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** Larger by a margin on every side. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, Math.max(0, width + 2 * margin), Math.max(0, height + 2 * margin));
    }

    public Box union(Box other) {
        return between(Math.min(x, other.x), Math.min(y, other.y), Math.max(right(), other.right()),
            Math.max(bottom(), other.bottom()));
    }

    /** The part of this box inside another one; of no size at the nearest edge where they do not meet. */
    public Box clippedTo(Box other) {
        return between(clamp(x, other.x, other.right()), clamp(y, other.y, other.bottom()),
            clamp(right(), other.x, other.right()), clamp(bottom(), other.y, other.bottom()));
    }

    /** x, y, width, height: as label commands take it. */
    public double[] toArray() {
        return new double[] {x, y, width, height};
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
