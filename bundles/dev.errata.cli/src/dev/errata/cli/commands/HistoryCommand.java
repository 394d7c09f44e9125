package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.reports.ChangeText;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.model.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the changes of the whole team. */
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists all changes, oldest first: who changed what, when and why.")
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
        List<Change> changes = dataset.changes().history();
        Set<String> undone = Changes.takenBack(changes);
        if (output == Output.json) {
            json(dataset, changes, undone, out);
        } else {
            text(dataset, changes, undone, out);
        }
    }

    private static void json(OpenDataset dataset, List<Change> changes, Set<String> undone, PrintWriter out)
        throws IOException {
        ChangeText texts = new ChangeText(dataset);
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (Change change : changes) {
                json.writeStartObject();
                json.writeStringField("id", change.getId());
                json.writeStringField("group", change.getGroup());
                json.writeStringField("who", text(change.getAuthor()));
                json.writeStringField("when", Instant.ofEpochMilli(change.getAt()).toString());
                json.writeStringField("operation", change.getOperation().getLiteral());
                json.writeStringField("image", dataset.fileName(change.getImageIndex()));
                json.writeNumberField("annotation", change.getAnnotation());
                json.writeStringField("field", text(change.getField()));
                json.writeFieldName("old");
                Json.value(json, texts.value(change.getField(), change.getOldValue()));
                json.writeFieldName("new");
                Json.value(json, texts.value(change.getField(), change.getNewValue()));
                json.writeStringField("reason", text(change.getReason()));
                json.writeBooleanField("undone", undone.contains(change.getGroup()));
                json.writeFieldName("undoes");
                Json.value(json, text(change.getUndoes()).isEmpty() ? null : change.getUndoes());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    private static void text(OpenDataset dataset, List<Change> changes, Set<String> undone, PrintWriter out)
        throws IOException {
        if (changes.isEmpty()) {
            out.println("No changes.");
            return;
        }
        ChangeText texts = new ChangeText(dataset);
        TextTable table = new TextTable("lllrll");
        table.row("when", "who", "image", "annotation", "change", "reason");
        for (Change change : changes) {
            String taken = text(change.getUndoes()).isEmpty() ? "" : "undo: ";
            table.row(Instant.ofEpochMilli(change.getAt()).toString(), Texts.shown(text(change.getAuthor())),
                VisibleText.oneLine(dataset.fileName(change.getImageIndex())), Long.toString(change.getAnnotation()),
                taken + texts.what(change) + (undone.contains(change.getGroup()) ? " (undone)" : ""),
                VisibleText.oneLine(text(change.getReason())));
        }
        table.print(out);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
