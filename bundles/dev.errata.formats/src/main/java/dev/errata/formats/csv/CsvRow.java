package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.List;

import dev.errata.formats.text.TextEdits;

/**
 * A row of a CSV text (RFC 4180; cells in quotes may hold commas and line ends) and where its cells stand.
 *
 * @param begin index of its first character
 * @param end index behind its last, the line end not included
 * @param line the number of its first line, from 1
 * @param cells begin and end of each cell, quotes included
 * @param torn whether it has a quote that is closed nowhere, so that where its cells end is not known
 */
record CsvRow(int begin, int end, long line, List<int[]> cells, boolean torn) {

    /** All rows that are not empty. */
    static List<CsvRow> of(String text, char separator) {
        return of(text, separator, Integer.MAX_VALUE);
    }

    /** The first rows that are not empty. */
    static List<CsvRow> of(String text, char separator, int limit) {
        List<CsvRow> rows = new ArrayList<>();
        int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        long line = 1;
        while (at < text.length() && rows.size() < limit) {
            CsvRow row = row(text, separator, at, line, true);
            if (row == null) {
                row = row(text, separator, at, line, false);
            }
            if (row.end > at) {
                rows.add(row);
            }
            for (int i = at; i < row.end; i++) {
                line += text.charAt(i) == '\n' || text.charAt(i) == '\r' && !text.startsWith("\n", i + 1) ? 1 : 0;
            }
            at = row.end + (text.startsWith("\r\n", row.end) ? 2 : 1);
            line++;
        }
        return rows;
    }

    /** The row that a text is. */
    static CsvRow of(String raw, char separator, long line, boolean torn) {
        return row(raw, separator, 0, line, !torn);
    }

    /**
     * The row that begins at an index.
     *
     * @param quotes whether quotes hold line ends and separators together
     * @return null where a quote is never closed
     */
    private static CsvRow row(String text, char separator, int begin, long line, boolean quotes) {
        List<int[]> cells = new ArrayList<>();
        int cell = begin;
        int at = begin;
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quotes && c == '"' && (quoted || text.substring(cell, at).isBlank())) {
                quoted = !quoted;
            } else if (quotes && c == '"' && at > cell && text.charAt(at - 1) == '"') {
                quoted = true;
            } else if (c == separator && !quoted) {
                cells.add(new int[] {cell, at});
                cell = at + 1;
            } else if ((c == '\n' || c == '\r') && !quoted) {
                break;
            }
            at++;
        }
        cells.add(new int[] {cell, at});
        return quoted ? null : new CsvRow(begin, at, line, cells, !quotes);
    }

    int size() {
        return cells.size();
    }

    /** What is wrong where anything stands in cells behind those that the header names; null where nothing does. */
    String surplus(int columns, String text) {
        for (int i = columns; i < cells.size(); i++) {
            if (!cell(text, i).isEmpty()) {
                return "The row has " + cells.size() + " cells, and the header names " + columns
                    + ": does a separator stand in a cell without quotes?";
            }
        }
        return null;
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
