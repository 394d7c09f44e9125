package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a raw text that passes by; CR, LF and CR LF end a line. A byte-order mark is left out. */
public final class TextLines {

    private final PassingText text;
    private long at;
    private long begin;
    private long number;

    /** @param utf8 stays open */
    public TextLines(InputStream utf8, IssueLog log) throws IOException {
        text = new PassingText(utf8, log);
        text.keep(0);
        at = text.at(0) == 0xEF && text.at(1) == 0xBB && text.at(2) == 0xBF ? 3 : 0;
    }

    /** The next line without its end, or null behind the last. */
    public String next() throws IOException {
        text.keep(at);
        if (text.at(at) < 0) {
            return null;
        }
        begin = at;
        number++;
        long end = at;
        int c = text.at(end);
        while (c >= 0 && c != '\n' && c != '\r') {
            c = text.at(++end);
        }
        at = end + (c == '\r' && text.at(end + 1) == '\n' ? 2 : 1);
        return text.slice(begin, end);
    }

    /** The place of the first byte of the line that {@link #next} gave. */
    public long begin() {
        return begin;
    }

    /** The number of that line, from 1. */
    public long number() {
        return number;
    }
}
