package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;

/**
 * What an import read.
 *
 * @param folder the dataset
 * @param images how many
 * @param classes how many
 * @param labels records of the label file
 * @param runs records of each run's results file
 * @param imageFolders where images are looked for
 * @param issues what was wrong in the files
 */
record ImportReport(Path folder, int images, int classes, RecordCounts labels, Map<String, RecordCounts> runs,
    List<String> imageFolders, List<Issue> issues) {

    private static final int SHOWN = 20;

    void text(PrintWriter out) {
        out.println(Texts.oneLine(folder.toString()) + ": " + Texts.count(images, "image") + ", "
            + Texts.count(classes, "class"));
        TextTable table = new TextTable("lrrrr");
        table.row("", "read", "imported", "quarantined", "with warnings");
        row(table, "labels", labels);
        runs.forEach((name, counts) -> row(table, "run " + Texts.shown(name), counts));
        table.print(out);
        out.println(imageFolders.isEmpty() ? "No folder of images was found; name one by --images when importing."
            : "Images: " + Texts.oneLine(String.join(", ", imageFolders)));
        for (Issue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
            out.println(issue.severity().name().toLowerCase(Locale.ROOT) + ": " + Issues.sentence(issue));
        }
        if (issues.size() > SHOWN) {
            out.println("... and " + (issues.size() - SHOWN) + " more; --output json lists them");
        }
    }

    private static void row(TextTable table, String name, RecordCounts counts) {
        table.row(name, Long.toString(counts.read()), Long.toString(counts.imported()),
            Long.toString(counts.quarantined()), Long.toString(counts.warnings()));
    }

    void json(PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeStringField("dataset", folder.toString());
            json.writeNumberField("images", images);
            json.writeNumberField("classes", classes);
            json.writeFieldName("labels");
            counts(json, labels);
            json.writeObjectFieldStart("runs");
            for (Map.Entry<String, RecordCounts> run : runs.entrySet()) {
                json.writeFieldName(run.getKey());
                counts(json, run.getValue());
            }
            json.writeEndObject();
            json.writeFieldName("imageFolders");
            Json.value(json, imageFolders);
            json.writeFieldName("issues");
            Issues.write(json, issues);
            json.writeEndObject();
        }
        out.println();
    }

    private static void counts(JsonGenerator json, RecordCounts counts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("read", counts.read());
        json.writeNumberField("imported", counts.imported());
        json.writeNumberField("quarantined", counts.quarantined());
        json.writeNumberField("warnings", counts.warnings());
        json.writeEndObject();
    }
}
