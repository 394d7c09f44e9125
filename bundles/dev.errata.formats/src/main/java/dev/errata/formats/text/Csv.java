package dev.errata.formats.text;

import java.io.PrintWriter;

/**
 * Writes comma-separated values (RFC 4180) that a spreadsheet takes for text, not for formulas: the one escaper of everything
 * that people open in one. Cells that begin as formulas do get an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection). Label files are not written by it: they must come back as they were.
 */
public final class Csv {

    /** The last four are the wide forms of the first, which some spreadsheets take for them. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20";

    private final PrintWriter out;
    private boolean first = true;

    /** @param out stays open */
    public Csv(PrintWriter out) {
        this.out = out;
    }

    /** The next cell of the row. */
    public Csv text(String value) {
        separate();
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        out.print('"');
        out.print(safe.replace("\"", "\"\""));
        out.print('"');
        return this;
    }

    /** The next cell of the row. */
    public Csv number(long value) {
        separate();
        out.print(value);
        return this;
    }

    /** Ends the row. */
    public void end() {
        out.print("\r\n");
        first = true;
    }

    private void separate() {
        if (!first) {
            out.print(',');
        }
        first = false;
    }
}
