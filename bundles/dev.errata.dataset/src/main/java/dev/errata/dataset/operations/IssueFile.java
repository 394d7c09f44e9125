package dev.errata.dataset.operations;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.formats.Issue;
import dev.errata.formats.io.FileFaults;
import dev.errata.formats.json.SafeJson;
import dev.errata.formats.text.Csv;

/**
 * Writes what was wrong in imported files to a file: CSV for a spreadsheet, a row each, or JSON, with the number of all issues.
 * At most the first 1,000 of each imported file are listed.
 */
public final class IssueFile {

    private static final List<String> COLUMNS =
        List.of("source", "severity", "code", "file", "line", "column", "offset", "pointer", "record", "value", "message");

    private IssueFile() {
    }

    /** Why nothing can be written to a file, told before anything is read; empty where it can. */
    public static Optional<String> problem(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!isJson(file) && !file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.of(file + " must end in .csv or .json");
        }
        return folder != null && Files.isDirectory(folder) && !Files.isDirectory(file) ? Optional.empty()
            : Optional.of("There is no folder for " + file + ", or it is a folder itself");
    }

    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** @throws DatasetException if the file cannot be written; then it is as it was */
    public static void write(Path file, List<SourceIssues> sources) throws DatasetException {
        try {
            DurableFiles.replace(file, out -> {
                if (isJson(file)) {
                    json(sources, out);
                } else {
                    csv(sources, out);
                }
            });
        } catch (IOException e) {
            throw new DatasetException("The issues could not be written to " + file + ": " + FileFaults.told(e), e);
        }
    }

    private static void csv(List<SourceIssues> sources, OutputStream to) throws IOException {
        PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
        Csv csv = new Csv(out);
        COLUMNS.forEach(csv::text);
        csv.end();
        for (SourceIssues source : sources) {
            for (Issue issue : source.issues()) {
                csv.text(source.name()).text(IssueJson.name(issue.severity())).text(issue.code()).text(issue.file())
                    .number(issue.line()).number(issue.column()).number(issue.offset()).text(issue.pointer())
                    .text(issue.record()).text(issue.value()).text(issue.message());
                csv.end();
            }
        }
        if (out.checkError()) {
            throw new IOException("the disk may be full");
        }
    }

    private static void json(List<SourceIssues> sources, OutputStream to) throws IOException {
        try (JsonGenerator json = SafeJson.factory().createGenerator(to)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (SourceIssues source : sources) {
                json.writeStartObject();
                json.writeStringField("source", source.name());
                json.writeStringField("file", source.file().toString());
                json.writeFieldName("counts");
                IssueJson.write(json, source.issueCounts());
                json.writeFieldName("issues");
                IssueJson.write(json, source.issues());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
