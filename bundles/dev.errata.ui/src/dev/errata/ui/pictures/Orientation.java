package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How a camera was held: the EXIF tag Orientation (0x0112), values 1 to 8 (CIPA DC-008, 4.6.4). The names say where the first row
 * and the first column of the file are in the picture.
 */
enum Orientation {

    UPRIGHT(false, false, false),
    TOP_RIGHT(false, true, false),
    BOTTOM_RIGHT(false, true, true),
    BOTTOM_LEFT(false, false, true),
    LEFT_TOP(true, false, false),
    RIGHT_TOP(true, true, false),
    RIGHT_BOTTOM(true, true, true),
    LEFT_BOTTOM(true, false, true);

    private final boolean transpose;
    private final boolean mirrorX;
    private final boolean mirrorY;

    Orientation(boolean transpose, boolean mirrorX, boolean mirrorY) {
        this.transpose = transpose;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    /** @param exif 1 to 8 */
    static Orientation of(int exif) {
        return values()[exif - 1];
    }

    /**
     * The picture as it was seen: transposed first, then mirrored.
     *
     * @param file three bytes a pixel
     */
    BufferedImage apply(BufferedImage file) {
        if (this == UPRIGHT) {
            return file;
        }
        int width = transpose ? file.getHeight() : file.getWidth();
        int height = transpose ? file.getWidth() : file.getHeight();
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] from = bytes(file);
        byte[] to = bytes(seen);
        for (int y = 0; y < height; y++) {
            int row = mirrorY ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int column = mirrorX ? width - 1 - x : x;
                int source = 3 * (transpose ? column * height + row : row * width + column);
                int target = 3 * (y * width + x);
                to[target] = from[source];
                to[target + 1] = from[source + 1];
                to[target + 2] = from[source + 2];
            }
        }
        return seen;
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
