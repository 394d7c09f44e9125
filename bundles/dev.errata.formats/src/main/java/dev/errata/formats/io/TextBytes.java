package dev.errata.formats.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of text files, which are UTF-8 or UTF-16 with or without a byte-order mark; readers see UTF-8 only. */
public final class TextBytes {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextBytes() {
    }

    /** UTF-16 by its byte-order mark or by where the zeros of the first ASCII characters are, else UTF-8. */
    public static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** The beginning of a text, which may be cut anywhere, as UTF-8 without a byte-order mark. */
    public static byte[] headToUtf8(byte[] head) {
        Charset charset = charset(head);
        byte[] utf8 = charset.equals(StandardCharsets.UTF_8) ? head : new String(head, charset).getBytes(StandardCharsets.UTF_8);
        boolean marked = utf8.length >= MARK.length && Arrays.equals(utf8, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(utf8, MARK.length, utf8.length) : utf8;
    }
}
