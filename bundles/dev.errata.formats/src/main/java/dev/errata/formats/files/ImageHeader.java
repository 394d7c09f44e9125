package dev.errata.formats.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Tags of the TIFF 6.0 specification, section 8, and the length of an entry of its directories. */
    private static final int TIFF_WIDTH = 256;
    private static final int TIFF_HEIGHT = 257;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    /** The width as shown, turned by the orientation. */
    public int shownWidth() {
        return orientation > 4 ? height : width;
    }

    /** The height as shown, turned by the orientation. */
    public int shownHeight() {
        return orientation > 4 ? width : height;
    }

    /** Reads the header of a file; see {@link #read(InputStream)}. */
    public static Optional<ImageHeader> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads the header of a JPEG, PNG, GIF, BMP, TIFF or WebP picture; empty where it is none of them or is cut off. */
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
            if (magic == 0x49492A00 || magic == 0x4D4D002A) {
                return tiff(in, magic == 0x49492A00);
            }
            return magic == 0x52494646 ? webp(in) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static Optional<ImageHeader> tiff(DataInputStream in, boolean little) throws IOException {
        long directory = Integer.toUnsignedLong(number(bytes(in, 4), 0, 4, little));
        in.skipNBytes(Math.max(0, directory - 8));
        int entries = number(bytes(in, 2), 0, 2, little);
        int width = 0;
        int height = 0;
        int orientation = 1;
        for (int i = 0; i < entries; i++) {
            byte[] entry = bytes(in, ENTRY);
            int value = number(entry, 8, number(entry, 2, 2, little) == SHORT ? 2 : 4, little);
            switch (number(entry, 0, 2, little)) {
                case TIFF_WIDTH -> width = value;
                case TIFF_HEIGHT -> height = value;
                case ORIENTATION -> orientation = value >= 1 && value <= 8 ? value : 1;
                default -> {
                    // says nothing about the size
                }
            }
        }
        return size(width, height, orientation);
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
                orientation = orientation(bytes(in, length), orientation);
            } else {
                in.skipNBytes(length);
            }
            marker = in.readUnsignedShort();
        }
        return Optional.empty();
    }

    /** The orientation tag of the first directory (EXIF 2.3, 4.6.2 and 4.6.4). */
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
            int entry = directory + 2 + ENTRY * i;
            if (entry + ENTRY > segment.length) {
                return otherwise;
            }
            if (number(segment, entry, 2, little) == ORIENTATION) {
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
                byte[] sides = bytes(in, 6);
                return size(number(sides, 0, 3, true) + 1, number(sides, 3, 3, true) + 1, 1);
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
