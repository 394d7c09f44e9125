package dev.errata.cli;

import java.io.PrintWriter;

/** Writes comma-separated values (RFC 4180) that a spreadsheet takes for text, not for formulas. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    private final PrintWriter out;
    private boolean first = true;

    Csv(PrintWriter out) {
        this.out = out;
    }

    Csv text(String value) {
        separate();
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        out.print('"');
        out.print(safe.replace("\"", "\"\""));
        out.print('"');
        return this;
    }

    Csv number(long value) {
        separate();
        out.print(value);
        return this;
    }

    void end() {
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
