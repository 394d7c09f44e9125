package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a text that is UTF-16 as UTF-8, a byte-order mark included. */
public final class Utf16Input extends InputStream {

    private final Reader chars;
    private final Charset charset;
    private final String place;
    private final char[] buffer = new char[1 << 13];
    /** A first half of a pair that waits at the beginning of the buffer. */
    private int waiting;
    private byte[] bytes = {};
    private int next;

    /** @param place how issues name the file */
    public Utf16Input(InputStream in, Charset charset, String place) {
        this.chars = new InputStreamReader(in, charset.newDecoder());
        this.charset = charset;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (next == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, from, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        int read;
        try {
            read = chars.read(buffer, waiting, buffer.length - waiting);
        } catch (CharacterCodingException e) {
            throw new IssueLog(place).refuse("text.encoding", 0, 0, "", "", "The text is not valid " + charset + " ("
                + e.getMessage() + "). Convert the file to UTF-8.");
        }
        if (read < 0) {
            return false;
        }
        int size = waiting + read;
        waiting = Character.isHighSurrogate(buffer[size - 1]) ? 1 : 0;
        bytes = new String(buffer, 0, size - waiting).getBytes(StandardCharsets.UTF_8);
        next = 0;
        buffer[0] = buffer[size - 1];
        return true;
    }

    @Override
    public void close() throws IOException {
        chars.close();
    }
}
