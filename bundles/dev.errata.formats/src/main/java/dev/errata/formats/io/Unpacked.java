package dev.errata.formats.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import dev.errata.formats.FormatException;

/** Unpacks a file that is compressed by gzip, and refuses one that is damaged or cut off. */
public final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private final String place;

    /** @param place how issues name the file */
    public Unpacked(InputStream packed, String place) throws IOException {
        super(packed);
        this.place = place;
        try {
            in = new GZIPInputStream(packed, BUFFER);
        } catch (EOFException | ZipException e) {
            packed.close();
            throw refused(e);
        }
    }

    private FormatException refused(IOException e) {
        IssueLog log = new IssueLog(place);
        return e instanceof EOFException
            ? log.refuse("gzip.truncated", 0, 0, "", "", "The compressed file is cut off; get a whole copy of it.")
            : log.refuse("gzip.damaged", 0, 0, "", "", "The compressed file is damaged (" + e.getMessage()
                + "); get a whole copy of it.");
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (EOFException | ZipException e) {
            throw refused(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
    }
}
