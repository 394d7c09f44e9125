package dev.errata.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses what is written by gzip, unless it begins as what is compressed does. Closing leaves the target open. */
final class GzipOnce extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final OutputStream to;
    private final byte[] first = new byte[2];
    private int held;
    /** Where everything goes once the first two bytes are known. */
    private OutputStream out;

    GzipOnce(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (out == null && from < end) {
            first[held++] = bytes[from++];
            if (held == first.length) {
                begin();
            }
        }
        if (from < end) {
            out.write(bytes, from, end - from);
        }
    }

    private void begin() throws IOException {
        boolean packed = held == 2 && (first[0] & 0xFF) == 0x1F && (first[1] & 0xFF) == 0x8B;
        out = packed ? to : new GZIPOutputStream(to, BUFFER);
        out.write(first, 0, held);
    }

    @Override
    public void close() throws IOException {
        if (out == null) {
            begin();
        }
        if (out instanceof GZIPOutputStream packed) {
            packed.finish();
        }
        to.flush();
    }
}
