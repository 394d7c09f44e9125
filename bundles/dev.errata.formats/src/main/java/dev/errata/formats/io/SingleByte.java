package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** Reads one byte of a stream that is read in blocks. */
public final class SingleByte {

    private SingleByte() {
    }

    /** What {@link InputStream#read()} is to give: the next byte, or -1 at the end. */
    public static int of(InputStream in) throws IOException {
        byte[] one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
