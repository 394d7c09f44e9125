package dev.errata.formats.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a text as UTF-8 and writes it as UTF-16. */
public final class Utf16Output extends FilterOutputStream {

    private final Charset charset;
    /** The beginning of a character of which the rest is still to come. */
    private byte[] waiting = {};

    /** @param charset one of the two of UTF-16 */
    public Utf16Output(OutputStream out, Charset charset) {
        super(out);
        this.charset = charset;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] all = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(bytes, from, all, waiting.length, length);
        int end = whole(all);
        waiting = Arrays.copyOfRange(all, end, all.length);
        out.write(new String(all, 0, end, StandardCharsets.UTF_8).getBytes(charset));
    }

    /** How many bytes are whole characters. */
    private static int whole(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < 0) {
            return 0;
        }
        int b = bytes[lead] & 0xFF;
        int size = b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
        return lead + size <= bytes.length ? bytes.length : lead;
    }
}
