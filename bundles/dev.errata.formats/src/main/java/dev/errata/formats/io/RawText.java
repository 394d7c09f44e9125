package dev.errata.formats.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text in which parts are to be replaced while every other byte stays. UTF-8 is held as one character a byte, so that even
 * bytes that are no valid text survive; the characters that have a meaning in JSON, XML and CSV are the same there.
 */
public final class RawText {

    private final Charset charset;
    private final boolean bytes;

    /** @param charset of the file */
    public RawText(Charset charset) {
        this.bytes = charset.equals(StandardCharsets.UTF_8);
        this.charset = bytes ? StandardCharsets.ISO_8859_1 : charset;
    }

    /** For text that was never raw. */
    public static RawText plain() {
        return new RawText(StandardCharsets.UTF_16BE);
    }

    public String fromBytes(byte[] file) {
        return new String(file, charset);
    }

    public byte[] toBytes(String raw) {
        return raw.getBytes(charset);
    }

    /** What raw text says. */
    public String decode(String raw) {
        return bytes ? new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : raw;
    }

    /** The raw text that says something. */
    public String encode(String text) {
        return bytes ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) : text;
    }
}
