package dev.errata.dataset.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import dev.errata.engine.columns.ColumnVisitor;

/** Writes values one after another, and behind each column and at the end the checksum of everything before. */
final class ColumnWriter implements ColumnVisitor<IOException>, Closeable {

    static final int BUFFER = 1 << 20;
    /** That of most machines, which then only copy. */
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ORDER);
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

    void put(String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        put(text.length);
        flush();
        crc.update(text);
        out.write(text);
    }

    @Override
    public void ints(int[] column) throws IOException {
        for (int value : column) {
            put(value);
        }
        putChecksum();
    }

    @Override
    public void longs(long[] column) throws IOException {
        for (long value : column) {
            put(value);
        }
        putChecksum();
    }

    @Override
    public void doubles(double[] column) throws IOException {
        for (double value : column) {
            put(Double.doubleToRawLongBits(value));
        }
        putChecksum();
    }

    @Override
    public void bytes(byte[] column) throws IOException {
        flush();
        crc.update(column);
        out.write(column);
        putChecksum();
    }

    private void putChecksum() throws IOException {
        flush();
        put(crc.getValue());
    }

    /** Writes the checksum of everything before. */
    @Override
    public void close() throws IOException {
        putChecksum();
        flush();
    }
}
