package dev.errata.ui.annotation.geometry;

/**
 * What part of an image a canvas shows, and how large. Device positions are device pixels from the canvas's top left corner,
 * whatever the zoom of the monitor; image positions are image pixels.
 *
 * @param scale device pixels per image pixel
 * @param left image x at the left edge of the canvas
 * @param top image y at the top edge of the canvas
 * @param width of the canvas, device pixels
 * @param height of the canvas, device pixels
 * @param imageWidth image pixels, more than 0
 * @param imageHeight image pixels, more than 0
 */
public record Viewport(double scale, double left, double top, int width, int height, double imageWidth, double imageHeight) {

    /** An image pixel is never larger than this, device pixels. */
    public static final double LARGEST_SCALE = 64;

    /** Free space around a fitted image or box, as part of the canvas. */
    private static final double MARGIN = 0.02;

    /** The whole image, as large as it can be. */
    public static Viewport fit(int width, int height, double imageWidth, double imageHeight) {
        return new Viewport(1, 0, 0, Math.max(1, width), Math.max(1, height), Math.max(1, imageWidth), Math.max(1, imageHeight))
            .fitted();
    }

    public Viewport fitted() {
        return showing(new Box(0, 0, imageWidth, imageHeight), MARGIN, LARGEST_SCALE);
    }

    public double deviceX(double imageX) {
        return (imageX - left) * scale;
    }

    public double deviceY(double imageY) {
        return (imageY - top) * scale;
    }

    public double imageX(double deviceX) {
        return left + deviceX / scale;
    }

    public double imageY(double deviceY) {
        return top + deviceY / scale;
    }

    /** The part of the image plane that the canvas shows, image pixels. */
    public Box visible() {
        return new Box(left, top, width / scale, height / scale);
    }

    /** Larger or smaller, while the image position under a device position stays there. */
    public Viewport zoomedAt(double deviceX, double deviceY, double factor) {
        return scaledAt(deviceX, deviceY, scale * factor);
    }

    /** At a scale, while the image position under a device position stays there. */
    public Viewport scaledAt(double deviceX, double deviceY, double newScale) {
        double next = Box.clamp(newScale, smallestScale(), LARGEST_SCALE);
        return new Viewport(next, imageX(deviceX) - deviceX / next, imageY(deviceY) - deviceY / next,
            width, height, imageWidth, imageHeight).constrained();
    }

    /** Moves the image by device pixels. */
    public Viewport panned(double deviceX, double deviceY) {
        return at(left - deviceX / scale, top - deviceY / scale).constrained();
    }

    /** The same part with another position. */
    public Viewport at(double newLeft, double newTop) {
        return new Viewport(scale, newLeft, newTop, width, height, imageWidth, imageHeight);
    }

    /** For a canvas of another size; what was in the middle stays there. */
    public Viewport resized(int newWidth, int newHeight) {
        int w = Math.max(1, newWidth);
        int h = Math.max(1, newHeight);
        return new Viewport(scale, left + (width - w) / (2 * scale), top + (height - h) / (2 * scale), w, h, imageWidth,
            imageHeight).constrained();
    }

    /**
     * A box in the middle, as large as it can be.
     *
     * @param margin free space on each side, as part of the canvas
     * @param largest the scale is not larger
     */
    public Viewport showing(Box box, double margin, double largest) {
        double room = 1 - 2 * margin;
        double fitting = Math.min(width * room / Math.max(1, box.width()), height * room / Math.max(1, box.height()));
        // The whole picture may need a smaller scale than any other view.
        double next = Math.min(fitting, Math.min(largest, LARGEST_SCALE));
        return new Viewport(next, box.centerX() - width / (2 * next), box.centerY() - height / (2 * next), width, height,
            imageWidth, imageHeight).constrained();
    }

    /** Moved as little as possible so that a box is seen. */
    public Viewport revealing(Box box) {
        Box seen = visible();
        if (seen.contains(box)) {
            return this;
        }
        double x = box.width() > seen.width() ? box.centerX() - seen.width() / 2
            : Box.clamp(seen.x(), box.right() - seen.width(), box.x());
        double y = box.height() > seen.height() ? box.centerY() - seen.height() / 2
            : Box.clamp(seen.y(), box.bottom() - seen.height(), box.y());
        return at(x, y).constrained();
    }

    /** Whether the whole image is seen. */
    public boolean showsAll() {
        return visible().grown(1e-6).contains(new Box(0, 0, imageWidth, imageHeight));
    }

    private double smallestScale() {
        return Math.min(1, Math.min(width / imageWidth, height / imageHeight) / 4);
    }

    /** The picture cannot be lost: a quarter of the canvas, or all of the picture, always shows it. */
    private Viewport constrained() {
        double seenWidth = width / scale;
        double seenHeight = height / scale;
        double keepX = Math.min(imageWidth, seenWidth / 4);
        double keepY = Math.min(imageHeight, seenHeight / 4);
        return at(Box.clamp(left, keepX - seenWidth, imageWidth - keepX),
            Box.clamp(top, keepY - seenHeight, imageHeight - keepY));
    }
}
