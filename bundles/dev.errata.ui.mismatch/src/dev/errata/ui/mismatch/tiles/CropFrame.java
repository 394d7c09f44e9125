package dev.errata.ui.mismatch.tiles;

import dev.errata.ui.mismatch.tiles.Tiles.Box;

/**
 * Which part of a picture a tile shows, and where image pixels land on the tile.
 *
 * @param x left edge of the part, image pixels; may lie outside the picture
 * @param y upper edge of the part, image pixels
 * @param width of the part, image pixels
 * @param height of the part, image pixels
 * @param scale points of the tile for one image pixel
 */
public record CropFrame(int x, int y, int width, int height, double scale) {

    /** Even a speck is shown with so many image pixels around, or nobody could tell what it is. */
    private static final int SMALLEST_SIDE = 24;
    /** A box without area does not tell how large the object is that it may have been meant for. */
    private static final int SIDE_WITHOUT_AREA = 96;

    /**
     * The boxes with some context, widened to the shape of the tile so that the tile is filled.
     *
     * @param boxes what has to be in the picture
     * @param context added on each side, as a fraction of the boxes' width and height
     * @param tileWidth points
     * @param tileHeight points
     */
    public static CropFrame around(Box boxes, double context, int tileWidth, int tileHeight) {
        int smallest = boxes.width() > 0 && boxes.height() > 0 ? SMALLEST_SIDE : SIDE_WITHOUT_AREA;
        double wide = Math.max(smallest, boxes.width() * (1 + 2 * context));
        double high = Math.max(smallest, boxes.height() * (1 + 2 * context));
        double scale = Math.min(tileWidth / wide, tileHeight / high);
        double fullWidth = tileWidth / scale;
        double fullHeight = tileHeight / scale;
        int left = (int) Math.floor(boxes.x() + boxes.width() / 2 - fullWidth / 2);
        int top = (int) Math.floor(boxes.y() + boxes.height() / 2 - fullHeight / 2);
        int width = (int) Math.max(1, Math.round(fullWidth));
        int height = (int) Math.max(1, Math.round(fullHeight));
        return new CropFrame(left, top, width, height, Math.min((double) tileWidth / width, (double) tileHeight / height));
    }

    /** The distance from the tile's left edge, points. */
    public int toTileX(double imageX) {
        return (int) Math.round((imageX - x) * scale);
    }

    /** The distance from the tile's upper edge, points. */
    public int toTileY(double imageY) {
        return (int) Math.round((imageY - y) * scale);
    }
}
