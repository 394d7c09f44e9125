package dev.errata.dataset.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes values one after another, and at the end a checksum. */
final class ColumnWriter implements Closeable {

    static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CRC32C crc = new CRC32C();

    ColumnWriter(OutputStream out) {
        this.out = out;
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        crc.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    void put(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void put(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void put(double value) throws IOException {
        room(Double.BYTES);
        buffer.putDouble(value);
    }

    void put(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        flush();
        crc.update(bytes);
        out.write(bytes);
    }

    /** Writes the checksum of everything before. */
    @Override
    public void close() throws IOException {
        flush();
        ByteBuffer last = ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue());
        out.write(last.array());
    }
}
