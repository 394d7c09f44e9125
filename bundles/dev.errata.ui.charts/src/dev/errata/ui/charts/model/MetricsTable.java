package dev.errata.ui.charts.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

import dev.errata.formats.text.Csv;

/** Metrics as text for a spreadsheet. */
public final class MetricsTable {

    private MetricsTable() {
    }

    /** A number with four decimals, as the field prints it; a dash where there is none. */
    public static String number(double value) {
        return ClassRow.isKnown(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
    }

    /**
     * The cells of a class: name, annotations, predictions, AP, AP with the labels as imported, AP50, AP75, AR100, then what the
     * best F1 takes and gives.
     */
    public static List<String> cells(ClassRow row) {
        boolean known = row.isLabelled();
        return List.of(row.name(), Integer.toString(row.metrics().annotations()),
            Integer.toString(row.metrics().byConfidence().predictions()), number(row.metrics().ap()), number(row.importedAp()),
            number(row.metrics().ap50()), number(row.metrics().ap75()), number(row.metrics().ar100()),
            known ? number(row.best().confidence()) : "-", known ? number(row.best().precision()) : "-",
            known ? number(row.best().recall()) : "-", known ? number(row.best().f1()) : "-");
    }

    /**
     * Comma-separated values.
     *
     * @param title what counted, in the first cell
     * @param headings of the cells behind the name
     */
    public static String csv(MetricsModel model, String title, List<String> headings) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Csv csv = new Csv(out);
            csv.text(title);
            headings.subList(1, headings.size()).forEach(csv::text);
            csv.end();
            for (ClassRow row : model.rows()) {
                cells(row).forEach(csv::text);
                csv.end();
            }
        }
        return text.toString();
    }

    /** Tab-separated values, for pasting into a spreadsheet. */
    public static String tsv(List<ClassRow> rows, List<String> headings) {
        StringBuilder text = new StringBuilder(String.join("\t", headings)).append('\n');
        for (ClassRow row : rows) {
            text.append(String.join("\t", cells(row).stream().map(cell -> cell.replaceAll("[\\t\\r\\n]+", " ")).toList()))
                .append('\n');
        }
        return text.toString();
    }
}
