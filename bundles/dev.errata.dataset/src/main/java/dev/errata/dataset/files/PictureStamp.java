package dev.errata.dataset.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Tells whether a picture is still the one that somebody looked at, on any computer and whatever its dates are. Packed pictures
 * differ everywhere behind the first difference, so a few places stand for the whole file: thousands can be looked at at once.
 * Of pictures that are not packed (BMP, most TIFF, some PNG) every byte counts.
 */
public final class PictureStamp {

    private static final int PLACES = 4;
    private static final int BLOCK = 4096;
    private static final int HEXADECIMALS = 32;
    private static final int HEAD = 26;
    /** Numbers of a pixel by the colour type of a PNG (PNG 3rd edition, 11.2.1). */
    private static final int[] PNG_CHANNELS = {1, 1, 3, 1, 2, 2, 4};

    private PictureStamp() {
    }

    /** The size in bytes and, in hexadecimal, half of the SHA-256 of the file or of four blocks from its first to its last. */
    public static String of(Path picture) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(picture)) {
            long size = channel.size();
            MessageDigest digest = Digests.sha256();
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            if (isPacked(read(channel, 0, block), size)) {
                for (int place = 0; place < PLACES; place++) {
                    digest.update(read(channel, Math.max(0, size - BLOCK) * place / (PLACES - 1), block));
                }
            } else {
                for (long at = 0; at < size; at += BLOCK) {
                    digest.update(read(channel, at, block));
                }
            }
            return size + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, HEXADECIMALS);
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, ByteBuffer block) throws IOException {
        channel.position(from);
        block.clear();
        while (block.hasRemaining() && channel.read(block) >= 0) {
            // a read may give less than there is
        }
        return block.flip();
    }

    /** Whether a picture that begins so is packed, so that no part of it can change alone. */
    private static boolean isPacked(ByteBuffer head, long size) {
        if (head.limit() < HEAD) {
            return false;
        }
        int begin = head.getInt(0);
        boolean jpeg = begin >>> 8 == 0xFFD8FF;
        boolean gif = begin == 0x47494638;
        boolean webp = begin == 0x52494646 && head.getInt(8) == 0x57454250;
        return jpeg || gif || webp || begin == 0x89504E47 && size < pngPixels(head);
    }

    /** How many bytes the pixels of a PNG take unpacked. */
    private static long pngPixels(ByteBuffer head) {
        long bits = (long) head.getInt(16) * head.get(24) * PNG_CHANNELS[Math.floorMod(head.get(25), PNG_CHANNELS.length)];
        return head.getInt(20) * ((bits + 7) / 8);
    }
}
