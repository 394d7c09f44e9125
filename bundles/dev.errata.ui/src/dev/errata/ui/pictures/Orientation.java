package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private static final int TAG = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    private final boolean transpose;
    private final boolean mirrorX;
    private final boolean mirrorY;

    Orientation(boolean transpose, boolean mirrorX, boolean mirrorY) {
        this.transpose = transpose;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    boolean swapsSides() {
        return transpose;
    }

    /** The picture as it was seen: transposed first, then mirrored. */
    BufferedImage apply(BufferedImage file) {
        if (this == UPRIGHT) {
            return file;
        }
        int width = transpose ? file.getHeight() : file.getWidth();
        int height = transpose ? file.getWidth() : file.getHeight();
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            int row = mirrorY ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int column = mirrorX ? width - 1 - x : x;
                seen.setRGB(x, y, transpose ? file.getRGB(row, column) : file.getRGB(column, row));
            }
        }
        return seen;
    }

    /** Reads the tag; a file without one, or with a damaged one, is upright. */
    static Orientation ofJpeg(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readUnsignedShort() != 0xFFD8) {
                return UPRIGHT;
            }
            while (in.readUnsignedByte() == 0xFF) {
                int marker = in.readUnsignedByte();
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                int length = in.readUnsignedShort() - 2;
                if (length < 0) {
                    return UPRIGHT;
                }
                byte[] segment = in.readNBytes(length);
                if (marker == APP1 && segment.length > 14 && segment[0] == 'E' && segment[1] == 'x') {
                    return ofExif(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                }
            }
            return UPRIGHT;
        } catch (EOFException cut) {
            return UPRIGHT;
        }
    }

    /** @param tiff the TIFF structure behind "Exif" and two zeros */
    private static Orientation ofExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if (at > tiff.limit() - 12) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
