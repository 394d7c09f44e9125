package dev.errata.formats.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Ranges of a file that are to be replaced, in ascending order; every other byte is copied. */
public final class Splices {

    private record Splice(long begin, long end, byte[] replacement) {
    }

    private static final int BUFFER = 1 << 16;

    private final List<Splice> splices = new ArrayList<>();

    /**
     * Replaces a range.
     *
     * @param begin first byte, not before the end of the range replaced last
     * @param end behind the last byte
     */
    public void replace(long begin, long end, byte[] replacement) {
        if (end < begin || !splices.isEmpty() && begin < splices.getLast().end) {
            throw new IllegalArgumentException("range " + begin + " to " + end + " is out of order");
        }
        splices.add(new Splice(begin, end, replacement));
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return splices.isEmpty();
    }

    /** Copies a file with the ranges replaced. */
    public void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = 0;
        for (Splice splice : splices) {
            copy(from, to, splice.begin - at, buffer);
            from.skipNBytes(splice.end - splice.begin);
            to.write(splice.replacement);
            at = splice.end;
        }
        from.transferTo(to);
    }

    private static void copy(InputStream from, OutputStream to, long length, byte[] buffer) throws IOException {
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the file became shorter while it was copied");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
