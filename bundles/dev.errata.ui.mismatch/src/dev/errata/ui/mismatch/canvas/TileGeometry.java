package dev.errata.ui.mismatch.canvas;

import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.TileLayout;
import dev.errata.ui.mismatch.tiles.Tiles.Box;
import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * Sizes inside of a tile: a square picture with two lines of caption below. Lengths are points.
 *
 * @param picture the side of the picture
 * @param line the height of a line of text
 * @param context what is shown around the boxes, as a fraction of their size on each side
 */
record TileGeometry(int picture, int line, double context) {

    static final int PADDING = 5;
    static final int GAP = 6;

    int width() {
        return picture + 2 * PADDING;
    }

    int height() {
        return picture + 2 * line + 3 * PADDING;
    }

    TileLayout layout(int count, int gridWidth) {
        return new TileLayout(count, gridWidth, width(), height(), GAP);
    }

    /** The picture of a tile whose upper left corner is given. */
    Rectangle pictureAt(int x, int y) {
        return new Rectangle(x + PADDING, y + PADDING, picture, picture);
    }

    CropFrame frame(Tiles tiles, int tile) {
        Box annotation = tiles.annotationBox(tile);
        Box prediction = tiles.predictionBox(tile);
        Box both = annotation == null ? prediction : annotation.union(prediction);
        return CropFrame.around(both, context, picture, picture);
    }
}
