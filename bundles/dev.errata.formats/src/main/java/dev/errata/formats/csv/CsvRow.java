package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.List;

import dev.errata.formats.io.TextEdits;

/**
 * A row of a CSV text (RFC 4180; cells in quotes may hold commas and line ends) and where its cells stand.
 *
 * @param begin index of its first character
 * @param end index behind its last, the line end not included
 * @param line the number of its first line, from 1
 * @param cells begin and end of each cell, quotes included
 */
record CsvRow(int begin, int end, long line, List<int[]> cells) {

    /** All rows that are not empty. */
    static List<CsvRow> of(String text, char separator) {
        List<CsvRow> rows = new ArrayList<>();
        int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        long line = 1;
        while (at < text.length()) {
            int begin = at;
            long first = line;
            List<int[]> cells = new ArrayList<>();
            int cell = at;
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' && (quoted || text.substring(cell, at).isBlank())) {
                    quoted = !quoted;
                } else if (c == '"' && at > cell && text.charAt(at - 1) == '"') {
                    quoted = true;
                } else if (c == separator && !quoted) {
                    cells.add(new int[] {cell, at});
                    cell = at + 1;
                } else if (c == '\n' || c == '\r') {
                    if (!quoted) {
                        break;
                    }
                    line += c == '\n' ? 1 : 0;
                }
                at++;
            }
            cells.add(new int[] {cell, at});
            if (at > begin) {
                rows.add(new CsvRow(begin, at, first, cells));
            }
            if (text.startsWith("\r\n", at)) {
                at++;
            }
            at++;
            line++;
        }
        return rows;
    }

    int size() {
        return cells.size();
    }

    /** A cell without quotes and spaces around; an empty text where there is none. */
    String cell(String text, int column) {
        if (column < 0 || column >= cells.size()) {
            return "";
        }
        String cell = text.substring(cells.get(column)[0], cells.get(column)[1]).strip();
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
            ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    /** Replaces a cell; quotes stay where they were. */
    void set(TextEdits edits, String text, int column, String value, char separator) {
        int[] place = cells.get(column);
        boolean quoted = text.substring(place[0], place[1]).strip().startsWith("\"");
        edits.replace(place[0], place[1], quoted ? '"' + value.replace("\"", "\"\"") + '"' : quote(value, separator));
    }

    /** A cell in quotes where it needs them. */
    static String quote(String value, char separator) {
        boolean needed = value.indexOf(separator) >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0 || !value.equals(value.strip());
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** The separator of a text: the one of comma, semicolon and tab that its first line has most of. */
    static char separator(String text) {
        String line = text.lines().findFirst().orElse("");
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            if (line.chars().filter(x -> x == c).count() > line.chars().filter(x -> x == ',').count()) {
                best = c;
            }
        }
        return best;
    }
}
