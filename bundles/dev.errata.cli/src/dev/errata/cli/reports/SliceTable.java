package dev.errata.cli.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.sources.Comparison;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.FilterException;
import dev.errata.dataset.filter.Slice;
import dev.errata.dataset.filter.Slices;
import dev.errata.engine.Progress;
import dev.errata.formats.text.Csv;

/** What a comparison counts, value by value of a field. */
public record SliceTable(Field field, List<Slice> slices) {

    private static final String[] COLUMNS = {"labels", "predictions", "matched", "agreed", "precision", "recall", "F1"};

    /** @throws FilterException if there is no such field */
    public static SliceTable of(String name, Comparison compared, Progress progress) throws IOException, FilterException {
        Field field = compared.source().fields(progress).find(name);
        return new SliceTable(field, Slices.of(compared.evaluation(), field));
    }

    /** Prints a row a value for a person to read. */
    public void text(Comparison compared, PrintWriter out) {
        TextTable table = new TextTable("lrrrrrrr");
        String[] header = new String[COLUMNS.length + 1];
        header[0] = Texts.shown(field.fullName());
        System.arraycopy(COLUMNS, 0, header, 1, COLUMNS.length);
        table.row(header);
        for (Slice slice : slices) {
            table.row(Texts.shown(slice.value()), Long.toString(slice.labels()), Long.toString(slice.predictions()),
                Long.toString(slice.matched()), Long.toString(slice.agreed()), number(slice.precision()),
                number(slice.recall()), number(slice.f1()));
        }
        table.print(out);
        out.println();
        out.println("Matched with " + compared.how());
        out.println("Ignored (crowd) objects are left out.");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** Prints a row a value, with a row of headers; the first of them says how labels and predictions were matched. */
    public void csv(Comparison compared, PrintWriter out) {
        Csv csv = new Csv(out);
        csv.text(field.fullName() + " (" + compared.how() + ")");
        for (String column : COLUMNS) {
            csv.text(column);
        }
        csv.end();
        for (Slice slice : slices) {
            csv.text(slice.value());
            csv.number(slice.labels());
            csv.number(slice.predictions());
            csv.number(slice.matched());
            csv.number(slice.agreed());
            for (double value : new double[] {slice.precision(), slice.recall(), slice.f1()}) {
                csv.text(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value));
            }
            csv.end();
        }
    }

    /** Writes the array of values into an object that is begun already. */
    public void json(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("slice");
        json.writeStringField("field", field.fullName());
        json.writeArrayFieldStart("values");
        for (Slice slice : slices) {
            json.writeStartObject();
            json.writeStringField("value", slice.value());
            if (slice.filter() == null) {
                json.writeNullField("where");
            } else {
                json.writeStringField("where", slice.filter());
            }
            json.writeNumberField("labels", slice.labels());
            json.writeNumberField("predictions", slice.predictions());
            json.writeNumberField("matched", slice.matched());
            json.writeNumberField("agreed", slice.agreed());
            share(json, "precision", slice.precision());
            share(json, "recall", slice.recall());
            share(json, "F1", slice.f1());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
