package dev.errata.formats.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the file of a picture has its end, by what its format says of the end; nothing is decoded. */
public final class PictureEnd {

    private static final int HEAD = 12;
    /** Cameras and programs write something of their own behind the end; most of it is shorter. */
    private static final int TAIL = 1 << 16;
    private static final int PNG_END = 0x49454E44;

    private PictureEnd() {
    }

    /** Whether a file seems to be cut off. Formats that put nothing at their end, as TIFF, never do. */
    public static boolean isMissing(Path picture) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(picture)) {
            long size = channel.size();
            ByteBuffer head = read(channel, 0, (int) Math.min(HEAD, size));
            if (head.limit() < HEAD) {
                return false;
            }
            int begin = head.getInt(0);
            boolean riff = begin == 0x52494646;
            if (riff || begin >>> 16 == 0x424D) {
                // RIFF and BMP tell their length in front, RIFF without these eight bytes
                head.order(ByteOrder.LITTLE_ENDIAN);
                return Integer.toUnsignedLong(head.getInt(riff ? 4 : 2)) + (riff ? 8 : 0) > size;
            }
            int length = (int) Math.min(TAIL, size - HEAD);
            ByteBuffer tail = read(channel, size - length, length);
            if (begin >>> 8 == 0xFFD8FF) {
                return !jpeg(tail);
            }
            return begin == 0x89504E47 ? !png(tail) : begin == 0x47494638 && !gif(tail);
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // a read may give less than there is
        }
        return bytes.flip();
    }

    /** The marker of the end (ITU-T T.81, B.1.1.3), which never stands in the data before it. */
    private static boolean jpeg(ByteBuffer tail) {
        for (int at = tail.limit() - 2; at >= 0; at--) {
            if ((tail.getShort(at) & 0xFFFF) == 0xFFD9) {
                return true;
            }
        }
        return false;
    }

    private static boolean png(ByteBuffer tail) {
        // the checksum of the last chunk stands behind its name
        for (int at = tail.limit() - 8; at >= 0; at--) {
            if (tail.getInt(at) == PNG_END) {
                return true;
            }
        }
        return false;
    }

    private static boolean gif(ByteBuffer tail) {
        int at = tail.limit() - 1;
        while (at > 0 && tail.get(at) == 0) {
            at--;
        }
        return at >= 0 && tail.get(at) == ';';
    }
}
