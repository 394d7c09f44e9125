package dev.errata.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.errata.formats.FormatException;

/** Passes UTF-8 on and refuses the file where it is none (Unicode 15, table 3-7), with the line and byte. */
public final class CheckedUtf8 extends FilterInputStream {

    private final String place;
    private long offset;
    private long line = 1;
    private long lineBegin;
    private long charBegin;
    /** Continuation bytes that the current character still needs, and what the next of them may be. */
    private int needed;
    private int least = 0x80;
    private int most = 0xBF;

    /** @param place how issues name the file */
    public CheckedUtf8(InputStream in, String place) {
        super(in);
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = in.read(buffer, from, length);
        if (read < 0 && needed > 0) {
            throw invalid();
        }
        for (int i = from; i < from + read; i++) {
            byte b = buffer[i];
            if (b >= 0 && needed == 0) {
                if (b == '\n') {
                    line++;
                    lineBegin = offset + i - from + 1;
                }
            } else {
                check(b & 0xFF, offset + i - from);
            }
        }
        offset += Math.max(0, read);
        return read;
    }

    private void check(int b, long at) throws FormatException {
        if (needed > 0) {
            if (b < least || b > most) {
                throw invalid();
            }
            needed--;
            least = 0x80;
            most = 0xBF;
            return;
        }
        charBegin = at;
        if (b < 0xC2 || b > 0xF4) {
            throw invalid();
        }
        needed = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    private FormatException invalid() {
        return new IssueLog(place).refuse("text.encoding", line, charBegin - lineBegin + 1, "", "",
            "The text is not valid UTF-8 at byte " + charBegin + ". Convert the file to UTF-8.");
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
