package dev.errata.dataset.cache;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what {@link ColumnWriter} wrote. */
final class ColumnReader {

    private static final int LONGEST_TEXT = 1 << 20;

    private final InputStream in;
    private final byte[] bytes = new byte[ColumnWriter.BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0);
    private final CRC32C crc = new CRC32C();

    ColumnReader(InputStream in) {
        this.in = in;
    }

    private void need(int count) throws IOException {
        if (buffer.remaining() < count) {
            crc.update(bytes, 0, buffer.position());
            buffer.compact();
            int read = in.readNBytes(bytes, buffer.position(), buffer.remaining());
            buffer.position(buffer.position() + read).flip();
            if (buffer.remaining() < count) {
                throw new EOFException("the cache is cut off");
            }
        }
    }

    int readInt() throws IOException {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    long readLong() throws IOException {
        need(Long.BYTES);
        return buffer.getLong();
    }

    double readDouble() throws IOException {
        need(Double.BYTES);
        return buffer.getDouble();
    }

    String readText() throws IOException {
        int length = readInt();
        if (length < 0 || length > LONGEST_TEXT - Integer.BYTES) {
            throw new IOException("the cache is damaged");
        }
        need(length);
        String text = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    /** @throws IOException if what was read is not what was written */
    void finish() throws IOException {
        crc.update(bytes, 0, buffer.position());
        ByteBuffer rest = buffer.slice();
        byte[] last = new byte[Long.BYTES];
        int kept = Math.min(rest.remaining(), last.length);
        rest.get(last, 0, kept);
        if (in.readNBytes(last, kept, last.length - kept) != last.length - kept
            || ByteBuffer.wrap(last).getLong() != crc.getValue()) {
            throw new IOException("the cache is damaged");
        }
    }
}
