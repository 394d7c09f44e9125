package dev.errata.ui.matrix.model;

import java.util.Locale;

/** A matrix as delimited text: a header line with the predicted classes, one line a ground-truth class, totals last. */
public final class MatrixText {

    private MatrixText() {
    }

    /** Tab-separated, for pasting into a spreadsheet; tabs and line ends inside names become blanks. */
    public static String tsv(MatrixModel model, Normalisation normalisation, String corner, String total) {
        return text(model, normalisation, corner, total, '\t');
    }

    /** Comma-separated with quotes where needed, as RFC 4180 has it. */
    public static String csv(MatrixModel model, Normalisation normalisation, String corner, String total) {
        return text(model, normalisation, corner, total, ',');
    }

    private static String text(MatrixModel model, Normalisation normalisation, String corner, String total, char separator) {
        String lineEnd = separator == ',' ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(field(corner, separator));
        for (String name : model.names()) {
            text.append(separator).append(field(name, separator));
        }
        text.append(separator).append(field(total, separator)).append(lineEnd);
        for (int row = 0; row < model.size(); row++) {
            text.append(field(model.names().get(row), separator));
            for (int column = 0; column < model.size(); column++) {
                text.append(separator).append(number(model, row, column, normalisation));
            }
            text.append(separator).append(model.rowTotal(row)).append(lineEnd);
        }
        text.append(field(total, separator));
        for (int column = 0; column < model.size(); column++) {
            text.append(separator).append(model.columnTotal(column));
        }
        return text.append(separator).append(model.total()).append(lineEnd).toString();
    }

    private static String number(MatrixModel model, int row, int column, Normalisation normalisation) {
        return normalisation == Normalisation.COUNTS ? Long.toString(model.count(row, column))
            : String.format(Locale.ROOT, "%.6f", model.value(row, column, normalisation));
    }

    private static String field(String text, char separator) {
        if (separator == '\t') {
            return guarded(text.replaceAll("[\\t\\r\\n]+", " "));
        }
        String guarded = guarded(text);
        boolean quote = guarded.indexOf(',') >= 0 || guarded.indexOf('"') >= 0 || guarded.indexOf('\n') >= 0
            || guarded.indexOf('\r') >= 0;
        return quote ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    /** A class name comes from a stranger's file: a spreadsheet must not take it for a formula. */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
