package dev.errata.formats.io;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What the first bytes of a picture tell; nothing is decoded.
 *
 * @param width pixels as stored
 * @param height pixels as stored
 * @param orientation of EXIF, 1 to 8; 1 where there is none
 */
public record ImageHeader(int width, int height, int orientation) {

    private static final int EXIF_LIMIT = 1 << 16;

    /** The width as shown, turned by the orientation. */
    public int shownWidth() {
        return orientation > 4 ? height : width;
    }

    /** The height as shown, turned by the orientation. */
    public int shownHeight() {
        return orientation > 4 ? width : height;
    }

    /** Reads the header of a JPEG, PNG, GIF, BMP or WebP picture; empty where it is none of them or is cut off. */
    public static Optional<ImageHeader> read(InputStream picture) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(picture));
        try {
            int magic = in.readInt();
            if (magic >>> 16 == 0xFFD8) {
                return jpeg(in, magic & 0xFFFF);
            }
            if (magic == 0x89504E47) {
                in.skipNBytes(12);
                return size(in.readInt(), in.readInt(), 1);
            }
            if (magic == 0x47494638) {
                in.skipNBytes(2);
                return size(little16(in), little16(in), 1);
            }
            if (magic >>> 16 == 0x424D) {
                in.skipNBytes(14);
                return size(Integer.reverseBytes(in.readInt()), Math.abs(Integer.reverseBytes(in.readInt())), 1);
            }
            return magic == 0x52494646 ? webp(in) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageHeader> size(int width, int height, int orientation) {
        return width > 0 && height > 0 ? Optional.of(new ImageHeader(width, height, orientation)) : Optional.empty();
    }

    private static int little16(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }

    private static Optional<ImageHeader> jpeg(DataInputStream in, int firstMarker) throws IOException {
        int orientation = 1;
        int marker = firstMarker;
        while (marker >>> 8 == 0xFF) {
            int kind = marker & 0xFF;
            if (kind == 0xFF) {
                marker = 0xFF00 | in.readUnsignedByte();
                continue;
            }
            int length = in.readUnsignedShort() - 2;
            boolean frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
            if (frame) {
                in.readUnsignedByte();
                int height = in.readUnsignedShort();
                return size(in.readUnsignedShort(), height, orientation);
            }
            if (length < 0 || kind == 0xDA) {
                return Optional.empty();
            }
            if (kind == 0xE1 && length <= EXIF_LIMIT) {
                byte[] segment = new byte[length];
                in.readFully(segment);
                orientation = orientation(segment, orientation);
            } else {
                in.skipNBytes(length);
            }
            marker = in.readUnsignedShort();
        }
        return Optional.empty();
    }

    /** The orientation tag, 0x0112, of the first directory (EXIF 2.3, 4.6.2 and 4.6.4). */
    private static int orientation(byte[] segment, int otherwise) {
        if (segment.length < 14 || segment[0] != 'E' || segment[1] != 'x' || segment[2] != 'i' || segment[3] != 'f') {
            return otherwise;
        }
        boolean little = segment[6] == 'I';
        int directory = 6 + number(segment, 10, 4, little);
        if (directory < 6 || directory + 2 > segment.length) {
            return otherwise;
        }
        int entries = number(segment, directory, 2, little);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > segment.length) {
                return otherwise;
            }
            if (number(segment, entry, 2, little) == 0x0112) {
                int value = number(segment, entry + 8, 2, little);
                return value >= 1 && value <= 8 ? value : otherwise;
            }
        }
        return otherwise;
    }

    private static int number(byte[] bytes, int at, int length, boolean little) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[little ? at + length - 1 - i : at + i] & 0xFF;
        }
        return value;
    }

    private static Optional<ImageHeader> webp(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int chunk = in.readInt();
        in.skipNBytes(4);
        switch (chunk) {
            case 0x56503820 -> {
                in.skipNBytes(6);
                return size(little16(in) & 0x3FFF, little16(in) & 0x3FFF, 1);
            }
            case 0x5650384C -> {
                in.skipNBytes(1);
                int bits = Integer.reverseBytes(in.readInt());
                return size((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1, 1);
            }
            case 0x56503858 -> {
                in.skipNBytes(4);
                byte[] sides = new byte[6];
                in.readFully(sides);
                return size(number(sides, 0, 3, true) + 1, number(sides, 3, 3, true) + 1, 1);
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
