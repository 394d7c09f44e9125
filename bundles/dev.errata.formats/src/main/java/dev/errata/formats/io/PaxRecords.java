package dev.errata.formats.io;

import java.nio.charset.StandardCharsets;

/** What a tar archive says of its next file: lines of a length, a keyword and a value (POSIX.1-2017, pax Extended Header). */
final class PaxRecords {

    private PaxRecords() {
    }

    /** The last value of a keyword, or another where it has none. */
    static String value(byte[] records, String keyword, String otherwise) {
        String found = otherwise;
        int at = 0;
        while (at < records.length) {
            int blank = at;
            int length = 0;
            while (blank < records.length && records[blank] >= '0' && records[blank] <= '9' && length < records.length) {
                length = 10 * length + records[blank++] - '0';
            }
            // a length that counts less than itself, or more than there is, makes the rest unreadable
            if (blank >= records.length || records[blank] != ' ' || length <= blank - at + 1 || length > records.length - at) {
                return found;
            }
            String line = new String(records, blank + 1, length - (blank - at) - 2, StandardCharsets.UTF_8);
            if (line.startsWith(keyword + "=")) {
                found = line.substring(keyword.length() + 1);
            }
            at += length;
        }
        return found;
    }
}
