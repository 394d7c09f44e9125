package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.records.NameChecks;
import dev.errata.formats.text.Offsets;

/** Reads COCO ground truth in one pass; the sections may come in any order. */
final class CocoGroundTruthReader {

    private static final int STEP = 1024;
    private static final int BYTES_PER_RECORD = 110;

    private final LabelInput input;
    private final IssueLog log;
    private final CocoHeaders headers;
    private final Set<String> found = new LinkedHashSet<>();
    private final Offsets offsets = new Offsets();
    private final CocoRows rows;
    private Progress progress = Progress.NONE;
    private long read;
    private AnnotationRecord record;

    CocoGroundTruthReader(LabelInput input) {
        this.input = input;
        this.log = new IssueLog(input.place());
        this.headers = new CocoHeaders(log);
        this.rows = new CocoRows(input, headers, offsets, log, input.expectedRecords(BYTES_PER_RECORD));
    }

    GroundTruth read(Progress watcher) throws IOException {
        progress = watcher;
        JsonCursor.read(input, log, progress, this::readDocument);
        if (input.charset() != StandardCharsets.UTF_8) {
            log.add(Severity.WARNING, "file.utf16", 1, 1, "", input.charset().name(),
                "The file is " + input.charset().name() + ", not UTF-8; it was read, and an export keeps it.");
        }
        offsets.trim();
        rows.linkIds();
        NameChecks.images(headers.images(), log);
        List<Issue> issues = log.issues(this::lines);
        long imported = rows.size();
        return new GroundTruth(CocoFormat.NAME, List.copyOf(headers.images()), List.copyOf(headers.classes()),
            rows.columns(), new CocoDetails(input, offsets), issues,
            new RecordCounts(read, imported, read - imported, rows.warned()), log.counts(), headers.rules());
    }

    private LineIndex lines(String place, long[] places) throws IOException {
        try (InputStream text = input.open(Progress.NONE)) {
            return LineIndex.of(text, places);
        }
    }

    private Void readDocument(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            throw cursor.refuse("coco.root.array", "", "", "This is a list, not a dataset: a COCO results file? "
                + "Import it as the predictions of a run.");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw cursor.refuse("coco.root.type", "", cursor.shown(), "A COCO dataset is a JSON object.");
        }
        // made early: where predictions are read at the same time, Java compiles what both share when it knows both
        record = new AnnotationRecord(cursor, log, headers.imageIds(), headers.categoryIds());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String section = parser.currentName();
            if (!found.add(section)) {
                throw cursor.refuse("json.duplicate.key", "", section,
                    "The file has the field \"" + section + "\" twice. Which one is meant cannot be known: remove one.");
            }
            parser.nextToken();
            switch (section) {
                case "images" -> section(cursor, section, headers::readImages);
                case "categories" -> section(cursor, section, headers::readCategories);
                case "annotations" -> section(cursor, section, this::readAnnotations);
                default -> cursor.skip();
            }
        }
        for (String section : List.of("images", "annotations", "categories")) {
            if (!found.contains(section)) {
                throw cursor.refuse("coco.section.missing", "", section, "The file has no \"" + section + "\"; found: "
                    + (found.isEmpty() ? "nothing" : String.join(", ", found)) + ".");
            }
        }
        return null;
    }

    @FunctionalInterface
    private interface Section {
        void read(JsonCursor cursor) throws IOException;
    }

    private static void section(JsonCursor cursor, String name, Section section) throws IOException {
        if (cursor.parser().currentToken() != JsonToken.START_ARRAY) {
            throw cursor.refuse("coco.section.type", "/" + name, cursor.shown(), "\"" + name + "\" must be an array.");
        }
        section.read(cursor);
    }

    private void readAnnotations(JsonCursor cursor) throws IOException {
        cursor.lastRecord(() -> rows.size() == 0 ? "" : "annotation " + rows.name(rows.size() - 1));
        while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            record.read();
            if (++read % STEP == 0) {
                progress.records(STEP);
            }
            offsets.add(record.begin);
            if (record.bad()) {
                record.reportProblem();
                continue;
            }
            rows.add(record);
        }
    }
}
