package dev.errata.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table in plain text; columns are as wide as they need to be. */
public final class TextTable {

    private static final String GAP = "  ";

    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /** @param alignment one letter for each column: l left, r right */
    public TextTable(String alignment) {
        right = new boolean[alignment.length()];
        for (int column = 0; column < right.length; column++) {
            right[column] = alignment.charAt(column) == 'r';
        }
    }

    /** Adds a row; a cell a column. */
    public void row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
        }
        rows.add(cells);
    }

    private int[] widths() {
        int[] widths = new int[right.length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Texts.width(row[column]));
            }
        }
        return widths;
    }

    /** Characters of the widest row. */
    public int width() {
        int width = (right.length - 1) * GAP.length();
        for (int column : widths()) {
            width += column;
        }
        return width;
    }

    /** Prints all rows, columns aligned. */
    public void print(PrintWriter out) {
        int[] widths = widths();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(column == 0 ? "" : GAP);
                line.append(right[column] ? Texts.right(row[column], widths[column])
                    : Texts.left(row[column], widths[column]));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
