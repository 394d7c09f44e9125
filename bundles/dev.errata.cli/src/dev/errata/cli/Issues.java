package dev.errata.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.formats.Issue;
import dev.errata.formats.IssueCounts;

/** Tells what is wrong in an input file. */
final class Issues {

    private Issues() {
    }

    static String sentence(Issue issue) {
        return Texts.oneLine(place(issue) + ": " + issue.message() + " [" + issue.code() + "]");
    }

    private static String place(Issue issue) {
        String place = issue.file();
        if (issue.line() > 0) {
            place += ":" + issue.line() + (issue.column() > 0 ? ":" + issue.column() : "");
        }
        return issue.record().isEmpty() ? place : place + ", record " + issue.record();
    }

    /** Writes an object of severities; each is an object of codes with the number of their issues. */
    static void write(JsonGenerator json, IssueCounts counts) throws IOException {
        json.writeStartObject();
        for (Map.Entry<Issue.Severity, Map<String, Long>> severity : counts.all().entrySet()) {
            json.writeFieldName(severity.getKey().name().toLowerCase(Locale.ROOT));
            Json.value(json, severity.getValue());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, List<Issue> issues) throws IOException {
        json.writeStartArray();
        for (Issue issue : issues) {
            json.writeStartObject();
            json.writeStringField("code", issue.code());
            json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("file", issue.file());
            json.writeNumberField("line", issue.line());
            json.writeNumberField("column", issue.column());
            json.writeStringField("record", issue.record());
            json.writeStringField("value", issue.value());
            json.writeStringField("message", issue.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
