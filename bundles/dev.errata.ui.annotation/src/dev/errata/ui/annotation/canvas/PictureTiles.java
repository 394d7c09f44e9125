package dev.errata.ui.annotation.canvas;

import java.util.function.IntUnaryOperator;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A picture cut into tiles, each of which is made when it is first seen. SWT copies all pixels of an image each time that a part
 * of it is painted; of a whole photograph that takes longer than a frame may.
 */
public final class PictureTiles {

    /** Width and height of a tile, pixels. */
    public static final int SIDE = 512;
    /** Pixels of its neighbours that a tile has around it: a smoothly enlarged pixel looks at those beside it. */
    private static final int BORDER = 1;

    private final Device device;
    private final ImageData data;
    private final int columns;
    private final Image[] tiles;

    /** @param data 24 or 32 bits a pixel; not copied */
    public PictureTiles(Device device, ImageData data) {
        this.device = device;
        this.data = data;
        columns = (data.width + SIDE - 1) / SIDE;
        tiles = new Image[columns * ((data.height + SIDE - 1) / SIDE)];
    }

    public int width() {
        return data.width;
    }

    public int height() {
        return data.height;
    }

    /**
     * Paints a part, on the thread of the device.
     *
     * @param part pixels of this picture, inside of it
     * @param deviceX where on the device a column of pixels begins
     * @param deviceY where on the device a row of pixels begins
     */
    public void paint(GC gc, Rectangle part, IntUnaryOperator deviceX, IntUnaryOperator deviceY) {
        for (int row = part.y / SIDE; row * SIDE < part.y + part.height; row++) {
            for (int column = part.x / SIDE; column * SIDE < part.x + part.width; column++) {
                Rectangle seen = new Rectangle(column * SIDE, row * SIDE, SIDE, SIDE).intersection(part);
                Rectangle whole = bounds(column, row);
                int x = deviceX.applyAsInt(seen.x);
                int y = deviceY.applyAsInt(seen.y);
                int width = Math.max(1, deviceX.applyAsInt(seen.x + seen.width) - x);
                int height = Math.max(1, deviceY.applyAsInt(seen.y + seen.height) - y);
                gc.drawImage(tile(column, row, whole), seen.x - whole.x, seen.y - whole.y, seen.width, seen.height,
                    x, y, width, height);
            }
        }
    }

    /** The pixels of a tile, its border among them. */
    private Rectangle bounds(int column, int row) {
        return new Rectangle(column * SIDE - BORDER, row * SIDE - BORDER, SIDE + 2 * BORDER, SIDE + 2 * BORDER)
            .intersection(new Rectangle(0, 0, data.width, data.height));
    }

    private Image tile(int column, int row, Rectangle bounds) {
        int index = row * columns + column;
        if (tiles[index] == null) {
            tiles[index] = new Image(device, cut(bounds));
        }
        return tiles[index];
    }

    private ImageData cut(Rectangle bounds) {
        ImageData tile = new ImageData(bounds.width, bounds.height, data.depth, data.palette);
        int bytes = data.depth / 8;
        for (int y = 0; y < bounds.height; y++) {
            System.arraycopy(data.data, (bounds.y + y) * data.bytesPerLine + bounds.x * bytes, tile.data, y * tile.bytesPerLine,
                bounds.width * bytes);
        }
        return tile;
    }

    public void dispose() {
        for (Image tile : tiles) {
            if (tile != null) {
                tile.dispose();
            }
        }
    }
}
