package dev.errata.dataset.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The lines of a journal file: the number of bytes of the JSON (six digits or more), its CRC-32C (eight hexadecimal digits) and
 * the JSON, separated by single spaces, ended by a line feed. JSON holds no line feed, so that a reader finds the next line
 * behind a broken one.
 */
final class JournalLines {

    /** A longer line is refused; it would be half a million changes in one command. */
    static final int LONGEST = 200_000_000;

    private static final int CRC_DIGITS = 8;

    private JournalLines() {
    }

    static byte[] encode(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = String.format(Locale.ROOT, "%06d %08x ", text.length, crc(text, 0, text.length))
            .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream line = new ByteArrayOutputStream(head.length + text.length + 1);
        line.writeBytes(head);
        line.writeBytes(text);
        line.write('\n');
        return line.toByteArray();
    }

    private static long crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return crc.getValue();
    }

    /** Takes what is found. */
    interface Visitor {

        /** A whole line whose checksum fits. */
        void line(byte[] bytes, int lineOffset, int jsonOffset, int jsonLength);

        /** Bytes that are no line. */
        void broken(int offset, int length, String message);
    }

    /** @return the number of bytes that are done with; what is behind may be a line that is still being written */
    static int scan(byte[] bytes, Visitor visitor) {
        int at = 0;
        while (at < bytes.length) {
            int json = jsonOffset(bytes, at);
            int length = json < 0 ? -1 : number(bytes, at, json - CRC_DIGITS - 2);
            if (length >= 0 && length <= bytes.length - json && fits(bytes, json, length)) {
                int end = json + length;
                if (end == bytes.length) {
                    return at;
                }
                visitor.line(bytes, at, json, length);
                if (bytes[end] != '\n') {
                    visitor.broken(end, 1, "the line's end is damaged; the line itself is whole");
                }
                at = end + 1;
            } else {
                int end = next(bytes, at, (byte) '\n');
                if (end < 0) {
                    return at;
                }
                visitor.broken(at, end + 1 - at, "a line is damaged and does not count");
                at = end + 1;
            }
        }
        return at;
    }

    private static boolean fits(byte[] bytes, int json, int length) {
        return String.format(Locale.ROOT, "%08x", crc(bytes, json, length))
            .equals(new String(bytes, json - CRC_DIGITS - 1, CRC_DIGITS, StandardCharsets.ISO_8859_1));
    }

    /** Where the JSON of a line begins, or -1. */
    private static int jsonOffset(byte[] bytes, int at) {
        int space = at;
        while (space < bytes.length && space - at < 10 && bytes[space] >= '0' && bytes[space] <= '9') {
            space++;
        }
        int json = space + 1 + CRC_DIGITS + 1;
        boolean head = space - at >= 6 && json <= bytes.length && bytes[space] == ' ' && bytes[json - 1] == ' ';
        return head ? json : -1;
    }

    private static int number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number > LONGEST ? -1 : (int) number;
    }

    private static int next(byte[] bytes, int from, byte wanted) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
