package dev.errata.formats.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import dev.errata.formats.FormatException;

/** The bytes of text files, which are UTF-8 or UTF-16 with or without a byte-order mark; readers see UTF-8 only. */
final class TextBytes {

    private TextBytes() {
    }

    /** UTF-16 by its byte-order mark or by where the zeros of the first ASCII characters are, else UTF-8. */
    static Charset charset(byte[] head) {
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

    /** The beginning of a text, which may be cut anywhere, as UTF-8. */
    static byte[] headToUtf8(byte[] head) {
        Charset charset = charset(head);
        return charset.equals(StandardCharsets.UTF_8) ? head : new String(head, charset).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A whole text as UTF-8.
     *
     * @throws FormatException if it is no valid text
     */
    static byte[] toUtf8(byte[] text, String place) throws FormatException {
        Charset charset = charset(text);
        if (charset.equals(StandardCharsets.UTF_8)) {
            check(text, place);
            return text;
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IssueLog(place).refuse("text.encoding", 0, 0, "", "", "The text is not valid " + charset + " ("
                + e.getMessage() + "). Convert the file to UTF-8.");
        }
    }

    private static void check(byte[] text, String place) throws FormatException {
        ByteBuffer in = ByteBuffer.wrap(text);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            int at = in.position();
            int line = 1;
            int begin = 0;
            for (int i = 0; i < at; i++) {
                if (text[i] == '\n') {
                    line++;
                    begin = i + 1;
                }
            }
            throw new IssueLog(place).refuse("text.encoding", line, at - begin + 1L, "", "",
                "The text is not valid UTF-8 at byte " + at + ". Convert the file to UTF-8.");
        }
    }

    /** What {@link #toUtf8} was given, from what it gave. */
    static byte[] fromUtf8(byte[] text, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? text : new String(text, StandardCharsets.UTF_8).getBytes(charset);
    }
}
