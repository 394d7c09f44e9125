package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A raw text that passes by (UTF-8, a character a byte, as {@link RawText} has it): of all of it only what was asked to be kept
 * is held. Read it as a stream, or by places, which must not lie before what is kept.
 */
public final class PassingText extends InputStream {

    private static final int STEP = 1 << 16;
    private static final int MOST = 64 << 20;

    private final InputStream in;
    private final IssueLog log;
    private byte[] bytes = new byte[2 * STEP];
    /** The place of the first byte held. */
    private long base;
    private int size;
    private boolean ended;
    private long kept;
    private boolean pinned;
    private long next;

    /** @param log refuses a text of which too much would have to be held */
    public PassingText(InputStream in, IssueLog log) {
        this.in = in;
        this.log = log;
    }

    /** The most bytes that one record, or whatever is read as one piece, may have. */
    public static int longest() {
        return (int) Math.max(1 << 20, Math.min(MOST, Runtime.getRuntime().maxMemory() / 8));
    }

    /** Holds everything from a place on, until another is given. */
    public void keep(long place) {
        kept = place;
        pinned = true;
    }

    /** Lets go of what was kept: the stream holds no more than it needs. */
    public void release() {
        pinned = false;
    }

    /** The byte at a place, or -1 behind the end. */
    public int at(long place) throws IOException {
        while (place >= base + size) {
            if (!fill()) {
                return -1;
            }
        }
        return bytes[(int) (place - base)] & 0xFF;
    }

    /** A part of what is held, as raw text. */
    @SuppressWarnings("deprecation")
    public String slice(long begin, long end) {
        // the quickest way from bytes to characters of the same value
        return new String(bytes, 0, (int) (begin - base), (int) (end - begin));
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int unneeded = (int) Math.min(size, kept - base);
        if (bytes.length - size < STEP && unneeded > 0) {
            System.arraycopy(bytes, unneeded, bytes, 0, size - unneeded);
            base += unneeded;
            size -= unneeded;
        }
        if (bytes.length - size < STEP) {
            if (bytes.length >= longest()) {
                throw log.refuse("record.long", 0, 0, "", "", "What begins at byte " + kept + " is longer than "
                    + (longest() >> 20) + " MB, the most that the memory of this program allows for one record.");
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.readNBytes(bytes, size, STEP);
        size += read;
        ended = read < STEP;
        return read > 0;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (!pinned) {
            kept = next;
        }
        if (at(next) < 0) {
            return -1;
        }
        int begin = (int) (next - base);
        int count = Math.min(length, size - begin);
        System.arraycopy(bytes, begin, into, from, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
