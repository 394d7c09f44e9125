package dev.errata.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
public class CountedStream extends FilterInputStream {

    private long count;

    /** @param in what is counted while it is read */
    public CountedStream(InputStream in) {
        super(in);
    }

    /** How many bytes were read so far. */
    public final long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(bytes, 1 << 13)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
