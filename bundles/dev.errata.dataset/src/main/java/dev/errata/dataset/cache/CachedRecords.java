package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.text.Offsets;

/** Predictions, and what they have in common with ground truth, in a cache file. */
final class CachedRecords {

    private CachedRecords() {
    }

    static void writeCounts(RecordCounts counts, ColumnWriter out) throws IOException {
        out.put(counts.read());
        out.put(counts.imported());
        out.put(counts.quarantined());
        out.put(counts.warnings());
    }

    static void writeIssueCounts(IssueCounts counts, ColumnWriter out) throws IOException {
        Map<Severity, Map<String, Long>> issues = counts.all();
        out.put(issues.size());
        for (Map.Entry<Severity, Map<String, Long>> severity : issues.entrySet()) {
            out.put(severity.getKey().name());
            out.put(severity.getValue().size());
            for (Map.Entry<String, Long> code : severity.getValue().entrySet()) {
                out.put(code.getKey());
                out.put(code.getValue().longValue());
            }
        }
    }

    static RecordCounts readCounts(ColumnReader in) throws IOException {
        return new RecordCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    static IssueCounts readIssueCounts(ColumnReader in) throws IOException {
        IssueCounts.Tally issues = new IssueCounts.Tally();
        for (int severities = in.readInt(); severities > 0; severities--) {
            Severity severity = Severity.valueOf(in.readText());
            for (int codes = in.readInt(); codes > 0; codes--) {
                issues.add(severity, in.readText(), in.readLong());
            }
        }
        return issues.counts();
    }

    /** @param file the source, as the issues name it */
    static void writeIssues(List<Issue> issues, Path file, ColumnWriter out) throws IOException {
        out.put(file.toString());
        out.put(issues.size());
        for (Issue issue : issues) {
            out.put(issue.code());
            out.put(issue.severity().name());
            out.put(issue.file());
            out.put(issue.line());
            out.put(issue.column());
            out.put(issue.offset());
            out.put(issue.pointer());
            out.put(issue.record());
            out.put(issue.value());
            out.put(issue.message());
        }
    }

    /** @param file the source, which may lie elsewhere now */
    static List<Issue> readIssues(ColumnReader in, Path file) throws IOException {
        String before = in.readText();
        int size = in.readInt();
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            issues.add(new Issue(in.readText(), Severity.valueOf(in.readText()), moved(in.readText(), before, file),
                in.readLong(), in.readLong(), in.readLong(), in.readText(), in.readText(), in.readText(), in.readText()));
        }
        return issues;
    }

    private static String moved(String name, String before, Path file) {
        return name.startsWith(before) ? file + name.substring(before.length()) : name;
    }

    static void writePlaces(AnnotationDetails details, ColumnWriter out) throws IOException {
        Optional<Offsets> places = details.places();
        out.put(places.isPresent() ? 1 : 0);
        if (places.isPresent()) {
            long[] offsets = new long[places.get().size()];
            Arrays.setAll(offsets, places.get()::get);
            out.put(offsets.length);
            out.longs(offsets);
        }
    }

    /** @return empty where the places don't say how to read a record */
    static Optional<AnnotationDetails> readPlaces(ColumnReader in, LabelFormat format, Path file) throws IOException {
        if (in.readInt() == 0) {
            return Optional.empty();
        }
        long[] offsets = new long[in.readSize()];
        in.longs(offsets);
        Offsets places = new Offsets();
        for (long offset : offsets) {
            places.add(offset);
        }
        places.trim();
        return format.details(file, places);
    }

    static void write(Predictions predictions, Path file, ColumnWriter out) throws IOException {
        writeCounts(predictions.counts(), out);
        writeIssueCounts(predictions.issueCounts(), out);
        writeIssues(predictions.issues(), file, out);
        PredictionColumns columns = predictions.columns();
        out.put(columns.imageCount());
        columns.visit(out);
        writePlaces(predictions.details(), out);
    }

    static Predictions read(ColumnReader in, LabelFormat format, Path file) throws IOException {
        RecordCounts counts = readCounts(in);
        IssueCounts issueCounts = readIssueCounts(in);
        List<Issue> issues = readIssues(in, file);
        PredictionColumns columns = PredictionColumns.filled(in.readSize(), in);
        Predictions read = new Predictions(format.name(), columns, issues, counts, issueCounts);
        return readPlaces(in, format, file).map(read::with).orElse(read);
    }
}
