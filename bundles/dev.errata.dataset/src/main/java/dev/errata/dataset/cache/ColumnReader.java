package dev.errata.dataset.cache;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import dev.errata.engine.columns.ColumnVisitor;

/** Reads what {@link ColumnWriter} wrote. */
final class ColumnReader implements ColumnVisitor<IOException> {

    private static final int LONGEST_TEXT = 1 << 20;

    private final InputStream in;
    private final long length;
    private final byte[] bytes = new byte[ColumnWriter.BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0).order(ColumnWriter.ORDER);
    private final CRC32C crc = new CRC32C();
    /** How much of the buffer is in the checksum. */
    private int checked;

    /** @param length the bytes of the file */
    ColumnReader(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    private void need(int count) throws IOException {
        if (buffer.remaining() < count) {
            addToChecksum();
            buffer.compact();
            checked = 0;
            int read = in.readNBytes(bytes, buffer.position(), buffer.remaining());
            buffer.position(buffer.position() + read).flip();
            if (buffer.remaining() < count) {
                throw new EOFException("the cache is cut off");
            }
        }
    }

    private void addToChecksum() {
        crc.update(bytes, checked, buffer.position() - checked);
        checked = buffer.position();
    }

    int readInt() throws IOException {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    long readLong() throws IOException {
        need(Long.BYTES);
        return buffer.getLong();
    }

    /** Reads how many things follow, of which each takes a byte at least. */
    int readSize() throws IOException {
        int size = readInt();
        if (size < 0 || size > length) {
            throw new IOException("the cache is damaged");
        }
        return size;
    }

    String readText() throws IOException {
        int size = readSize();
        if (size > LONGEST_TEXT - Integer.BYTES) {
            throw new IOException("the cache is damaged");
        }
        need(size);
        String text = new String(bytes, buffer.position(), size, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + size);
        return text;
    }

    @Override
    public void ints(int[] column) throws IOException {
        for (int done = 0; done < column.length;) {
            int count = some(column.length - done, Integer.BYTES);
            buffer.asIntBuffer().get(column, done, count);
            done += passed(count, Integer.BYTES);
        }
        check();
    }

    @Override
    public void longs(long[] column) throws IOException {
        for (int done = 0; done < column.length;) {
            int count = some(column.length - done, Long.BYTES);
            buffer.asLongBuffer().get(column, done, count);
            done += passed(count, Long.BYTES);
        }
        check();
    }

    @Override
    public void doubles(double[] column) throws IOException {
        for (int done = 0; done < column.length;) {
            int count = some(column.length - done, Double.BYTES);
            buffer.asDoubleBuffer().get(column, done, count);
            done += passed(count, Double.BYTES);
        }
        check();
    }

    @Override
    public void bytes(byte[] column) throws IOException {
        for (int done = 0; done < column.length;) {
            int count = some(column.length - done, 1);
            buffer.get(column, done, count);
            done += count;
        }
        check();
    }

    /** How many of the values that are wanted next the buffer holds; one at least. */
    private int some(int wanted, int size) throws IOException {
        need(size);
        return Math.min(wanted, buffer.remaining() / size);
    }

    private int passed(int count, int size) {
        buffer.position(buffer.position() + count * size);
        return count;
    }

    /** @throws IOException if what was read so far is not what was written */
    void check() throws IOException {
        addToChecksum();
        long read = crc.getValue();
        if (readLong() != read) {
            throw new IOException("the cache is damaged");
        }
    }
}
