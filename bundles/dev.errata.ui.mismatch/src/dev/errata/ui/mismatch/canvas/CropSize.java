package dev.errata.ui.mismatch.canvas;

import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.pictures.Pictures.Crop;

/**
 * How large crops are, and how much they show.
 *
 * @param zoom pixels of the screen a hundred points
 */
record CropSize(TileGeometry geometry, int zoom) {

    /** Has the crop of a tile made. */
    CompletableFuture<Crop> crop(GridContent content, int tile) {
        CropFrame frame = geometry.frame(content.tiles(), tile);
        int pixels = Math.max(1, geometry.picture() * zoom / 100);
        return content.crop(tile, new Rectangle(frame.x(), frame.y(), frame.width(), frame.height()), pixels, pixels);
    }
}
