package dev.errata.formats.csv;

import java.io.IOException;
import java.io.InputStream;

import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PassingText;

/** The rows of a CSV text that passes by. */
final class CsvRows {

    /** A quotation mark that is not closed within so many bytes is closed nowhere. */
    private static final int LONGEST_QUOTE = 1 << 20;

    private final PassingText text;
    private char separator;
    private long at;
    private long line = 1;
    private Element element;

    /** @param utf8 stays open */
    CsvRows(InputStream utf8, char separator, IssueLog log) throws IOException {
        this.text = new PassingText(utf8, log);
        text.keep(0);
        at = text.at(0) == 0xEF && text.at(1) == 0xBB && text.at(2) == 0xBF ? 3 : 0;
        this.separator = separator;
    }

    /** The first rows of a text, as raw text. */
    static String head(InputStream utf8, int rows, IssueLog log) throws IOException {
        CsvRows first = new CsvRows(utf8, ',', log);
        long end = first.at;
        int c = first.text.at(end);
        while (c >= 0 && c != '\n' && c != '\r') {
            c = first.text.at(++end);
        }
        first.separator = CsvRow.separator(first.text.slice(first.at, end));
        StringBuilder head = new StringBuilder();
        for (int row = 0; row < rows && first.next() != null; row++) {
            head.append(first.element.raw()).append('\n');
        }
        return head.toString();
    }

    /** The next row that is not empty, or null behind the last. Its places are those in {@link #element}. */
    CsvRow next() throws IOException {
        while (true) {
            text.keep(at);
            if (text.at(at) < 0) {
                return null;
            }
            long begin = at;
            long rowLine = line;
            long end = end(begin, true);
            boolean torn = end < 0;
            end = torn ? end(begin, false) : end;
            for (long i = begin; i < end; i++) {
                int c = text.at(i);
                line += c == '\n' || c == '\r' && text.at(i + 1) != '\n' ? 1 : 0;
            }
            line++;
            at = end + (text.at(end) == '\r' && text.at(end + 1) == '\n' ? 2 : 1);
            if (end > begin) {
                element = new Element(text.slice(begin, end), begin, null);
                return CsvRow.of(element.raw(), separator, rowLine, torn);
            }
        }
    }

    /** The row that {@link #next} gave. */
    Element element() {
        return element;
    }

    /** Where the row ends that begins at a place; -1 where a quotation mark is closed nowhere. */
    private long end(long begin, boolean quotes) throws IOException {
        boolean quoted = false;
        boolean blank = true;
        int before = 0;
        long place = begin;
        int c = text.at(place);
        while (c >= 0 && (quoted || c != '\n' && c != '\r')) {
            if (quotes && c == '"' && (quoted || blank || before == '"')) {
                quoted = !quoted;
                blank = false;
            } else if (c == separator && !quoted) {
                blank = true;
            } else {
                blank &= c == ' ' || c == '\t';
            }
            if (quoted && place - begin > LONGEST_QUOTE) {
                return -1;
            }
            before = c;
            c = text.at(++place);
        }
        return quoted ? -1 : place;
    }
}
