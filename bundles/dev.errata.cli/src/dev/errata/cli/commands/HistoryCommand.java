package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.reports.ChangeText;
import dev.errata.cli.reports.StepText;
import dev.errata.cli.reports.TargetFields;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.model.Change;
import dev.errata.review.HistoryStep.Kind;
import dev.errata.review.HistoryStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the changes of the whole team. */
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists all changes, oldest first: who changed what, when and why; those of labels, and verdicts, batches, "
        + "drafts, steps and comments of tasks.")
public final class HistoryCommand extends DatasetCommand {

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    void check() {
        if (output == Output.csv) {
            throw misuse("--output is text or json");
        }
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws IOException {
        List<HistoryStep> steps = HistoryStep.of(dataset);
        Set<String> undone = Changes.takenBack(steps.stream().map(HistoryStep::change).toList());
        if (output == Output.json) {
            json(dataset, steps, undone, out);
        } else {
            text(dataset, steps, undone, out);
        }
    }

    private static void json(OpenDataset dataset, List<HistoryStep> steps, Set<String> undone, PrintWriter out)
        throws IOException {
        ChangeText texts = new ChangeText(dataset);
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (HistoryStep step : steps) {
                Change change = step.change();
                json.writeStartObject();
                json.writeStringField("id", change.getId());
                json.writeStringField("group", change.getGroup());
                json.writeStringField("who", text(change.getAuthor()));
                json.writeStringField("when", Instant.ofEpochMilli(change.getAt()).toString());
                json.writeStringField("kind", step.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("operation", change.getOperation().getLiteral());
                json.writeStringField("image", step.image() < 0 ? null : dataset.fileName(step.image()));
                subject(step, json);
                json.writeStringField("field", text(change.getField()));
                boolean ofLabel = step.kind() == Kind.LABEL || step.kind() == Kind.DRAFT;
                json.writeFieldName("old");
                Json.value(json, ofLabel ? texts.value(change.getField(), change.getOldValue()) : step.oldText());
                json.writeFieldName("new");
                Json.value(json, ofLabel ? texts.value(change.getField(), change.getNewValue()) : step.newText());
                json.writeStringField("reason", text(change.getReason()));
                json.writeArrayFieldStart("atTheSameTimeAs");
                for (String rival : step.rivals()) {
                    json.writeString(rival);
                }
                json.writeEndArray();
                json.writeBooleanField("undone", undone.contains(change.getGroup()));
                json.writeFieldName("undoes");
                Json.value(json, text(change.getUndoes()).isEmpty() ? null : change.getUndoes());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    /** What a step is about: label, prediction, batch, task; those that it has nothing to do with are left out. */
    private static void subject(HistoryStep step, JsonGenerator json) throws IOException {
        if (step.kind() == Kind.VERDICT) {
            TargetFields.write(json, step.target().orElseThrow());
        } else if (step.target().isPresent()) {
            json.writeNumberField("annotation", step.target().get().getAnnotation());
        }
        if (!step.batch().isEmpty()) {
            json.writeStringField("batch", step.batch());
        }
        if (!step.task().isEmpty()) {
            json.writeStringField("task", step.task());
        }
    }

    private static void text(OpenDataset dataset, List<HistoryStep> steps, Set<String> undone, PrintWriter out)
        throws IOException {
        if (steps.isEmpty()) {
            out.println("No changes.");
            return;
        }
        StepText texts = new StepText(dataset);
        TextTable table = new TextTable("llllll");
        table.row("when", "who", "image", "about", "change", "reason");
        for (HistoryStep step : steps) {
            Change change = step.change();
            String taken = text(change.getUndoes()).isEmpty() ? "" : "undo: ";
            table.row(Instant.ofEpochMilli(change.getAt()).toString(), Texts.shown(text(change.getAuthor())),
                step.image() < 0 ? "-" : VisibleText.oneLine(dataset.fileName(step.image())),
                texts.subject(step).isEmpty() ? "-" : texts.subject(step),
                taken + texts.what(step) + (undone.contains(change.getGroup()) ? " (undone)" : ""),
                VisibleText.oneLine(text(change.getReason())));
        }
        table.print(out);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
