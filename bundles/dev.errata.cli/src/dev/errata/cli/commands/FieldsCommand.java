package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.LabelOptions;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.filter.FieldSummary;
import dev.errata.dataset.filter.LabelEdits;
import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.fields.FieldCollector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what can be filtered and sliced by. */
@Command(name = "fields", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists the fields that --where and --slice take: what is known of images, labels and predictions, with type, "
        + "share of values and the most frequent ones.")
public final class FieldsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelOptions labels;

    @Option(names = "--top", paramLabel = "N", description = "So many of the most frequent values of each field (5).")
    private int top = 5;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path dataset = labels.dataset();
        if ((dataset == null) == (labels.labels() == null)) {
            throw misuse("name a DATASET or --labels");
        }
        labels.check();
        if (output == Output.csv || top < 0) {
            throw misuse(top < 0 ? "--top is 0 or more" : "--output is text or json");
        }
        Progress progress = ConsoleProgress.get();
        if (dataset != null) {
            try (OpenDataset open = OpenDataset.open(dataset, progress)) {
                print(open.fields(progress), new Compared(open.annotations(), null));
            }
        } else {
            LabelFormat reader = labels.labelFormat();
            GroundTruth truth = reader.readGroundTruth(labels.labels(), labels.images(), progress);
            FieldCollector collector = new FieldCollector();
            reader.readFields(labels.labels(), labels.images(), truth, collector, progress);
            print(FieldSet.of(truth, collector.table(), new LabelEdits()), new Compared(truth.annotations(), null));
        }
        return 0;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void print(FieldSet fields, Compared of) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.json) {
            json(fields, of, out);
        } else {
            text(fields, of, out);
        }
    }

    private static String type(Field field) {
        return field.type().name().toLowerCase(Locale.ROOT);
    }

    private void text(FieldSet fields, Compared of, PrintWriter out) {
        TextTable table = new TextTable("llrrl");
        table.row("field", "type", "known", "different", "values");
        for (Field field : fields.all()) {
            FieldSummary summary = FieldSummary.of(field, of, top);
            boolean predicted = field.owner() == Field.Owner.PREDICTION;
            table.row(VisibleText.oneLine(field.fullName()), type(field),
                predicted ? "" : Texts.percent(summary.present(), summary.total()),
                predicted ? "" : Long.toString(summary.distinct()), predicted ? "of each prediction" : values(summary));
        }
        table.print(out);
        if (!fields.tooMany().isEmpty()) {
            out.println();
            out.println("With too many different values to be kept: " + fields.tooMany().stream().map(Texts::shown)
                .collect(Collectors.joining(", ")));
        }
    }

    private static String values(FieldSummary summary) {
        String frequent = summary.frequent().stream().map(value -> Texts.shown(value.text()) + " (" + value.count() + ")")
            .collect(Collectors.joining(", "));
        return summary.least() == null || summary.least().equals(summary.greatest()) ? frequent
            : summary.least() + " to " + summary.greatest() + (frequent.isEmpty() ? "" : "; " + frequent);
    }

    private void json(FieldSet fields, Compared of, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("fields");
            for (Field field : fields.all()) {
                json.writeStartObject();
                json.writeStringField("field", field.fullName());
                json.writeStringField("of", field.owner().name().toLowerCase(Locale.ROOT));
                json.writeStringField("name", field.name());
                json.writeStringField("type", type(field));
                if (field.owner() != Field.Owner.PREDICTION) {
                    summary(json, FieldSummary.of(field, of, top));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("tooManyValues");
            Json.value(json, List.copyOf(fields.tooMany()));
            json.writeEndObject();
        }
        out.println();
    }

    private static void summary(JsonGenerator json, FieldSummary summary) throws IOException {
        json.writeNumberField("total", summary.total());
        json.writeNumberField("present", summary.present());
        json.writeNumberField("distinct", summary.distinct());
        if (summary.least() != null) {
            json.writeStringField("least", summary.least());
            json.writeStringField("greatest", summary.greatest());
        }
        json.writeArrayFieldStart("frequent");
        for (FieldSummary.Value value : summary.frequent()) {
            json.writeStartObject();
            json.writeStringField("value", value.text());
            json.writeNumberField("count", value.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
