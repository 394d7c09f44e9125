package dev.errata.cli.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.Issues;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.operations.IssueJson;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.IssueCounts;

/**
 * What an import read.
 *
 * @param folder the dataset
 * @param images how many
 * @param classes how many
 * @param sources what was read of the labels, then of each run, and what was wrong there
 * @param imageFolders where images are looked for
 */
public record ImportReport(Path folder, int images, int classes, List<SourceIssues> sources, List<String> imageFolders) {

    private static final int SHOWN = 20;

    /** Prints what was read and what is wrong for a person to read. */
    public void text(PrintWriter out) {
        out.println(VisibleText.oneLine(folder.toString()) + ": " + Texts.count(images, "image") + ", "
            + Texts.count(classes, "class"));
        TextTable table = new TextTable("lrrrr");
        table.row("", "read", "imported", "quarantined", "with warnings");
        sources.forEach(source -> row(table, source.run() == null ? source.name() : "run " + Texts.shown(source.run()),
            source.counts()));
        table.print(out);
        out.println(imageFolders.isEmpty() ? "No folder of images was found; name one by --images."
            : "Images: " + VisibleText.oneLine(String.join(", ", imageFolders)));
        List<Issue> issues = issues();
        int shown = Math.min(SHOWN, issues.size());
        for (Issue issue : issues.subList(0, shown)) {
            out.println(IssueJson.name(issue.severity()) + ": " + Issues.sentence(issue));
        }
        IssueCounts counts = counts();
        long more = issues.isEmpty() ? 0 : counts.total() - shown;
        if (more > 0) {
            out.println("... and " + more + " more; --output json and --issues FILE list them. All by kind:");
            counts.all().forEach((severity, codes) -> codes.forEach((code, count) ->
                out.println("  " + count + " " + IssueJson.name(severity) + ": " + code)));
        }
    }

    private List<Issue> issues() {
        return sources.stream().flatMap(source -> source.issues().stream()).toList();
    }

    /** All issues of the files that were read now. */
    private IssueCounts counts() {
        return sources.stream().map(source -> source.issueCounts()).reduce(IssueCounts.NONE, IssueCounts::plus);
    }

    private static void row(TextTable table, String name, RecordCounts counts) {
        table.row(name, Long.toString(counts.read()), Long.toString(counts.imported()),
            Long.toString(counts.quarantined()), Long.toString(counts.warnings()));
    }

    /** Writes what was read and what is wrong as one document. */
    public void json(PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeStringField("dataset", folder.toString());
            json.writeNumberField("images", images);
            json.writeNumberField("classes", classes);
            json.writeFieldName("labels");
            counts(json, sources.getFirst());
            json.writeObjectFieldStart("runs");
            for (SourceIssues run : sources.subList(1, sources.size())) {
                json.writeFieldName(run.name());
                counts(json, run);
            }
            json.writeEndObject();
            json.writeFieldName("imageFolders");
            Json.value(json, imageFolders);
            json.writeFieldName("issues");
            IssueJson.write(json, issues());
            json.writeEndObject();
        }
        out.println();
    }

    private static void counts(JsonGenerator json, SourceIssues source) throws IOException {
        RecordCounts counts = source.counts();
        json.writeStartObject();
        json.writeNumberField("read", counts.read());
        json.writeNumberField("imported", counts.imported());
        json.writeNumberField("quarantined", counts.quarantined());
        json.writeNumberField("warnings", counts.warnings());
        json.writeFieldName("issues");
        IssueJson.write(json, source.issueCounts());
        json.writeEndObject();
    }
}
