package dev.errata.dataset.operations;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;

/** What is wrong in imported files as JSON, the same wherever it is written. */
public final class IssueJson {

    private IssueJson() {
    }

    /** The name of a severity in files and on the command line. */
    public static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Writes an object of severities; each is an object of codes with the number of their issues. */
    public static void write(JsonGenerator json, IssueCounts counts) throws IOException {
        json.writeStartObject();
        for (Map.Entry<Severity, Map<String, Long>> severity : counts.all().entrySet()) {
            json.writeObjectFieldStart(name(severity.getKey()));
            for (Map.Entry<String, Long> code : severity.getValue().entrySet()) {
                json.writeNumberField(code.getKey(), code.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes an array of issues. */
    public static void write(JsonGenerator json, List<Issue> issues) throws IOException {
        json.writeStartArray();
        for (Issue issue : issues) {
            json.writeStartObject();
            json.writeStringField("code", issue.code());
            json.writeStringField("severity", name(issue.severity()));
            json.writeStringField("file", issue.file());
            json.writeNumberField("line", issue.line());
            json.writeNumberField("column", issue.column());
            json.writeNumberField("offset", issue.offset());
            json.writeStringField("pointer", issue.pointer());
            json.writeStringField("record", issue.record());
            json.writeStringField("value", issue.value());
            json.writeStringField("message", issue.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
