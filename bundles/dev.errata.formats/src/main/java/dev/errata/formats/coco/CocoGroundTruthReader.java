package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.JsonCursor;
import dev.errata.formats.io.LabelInput;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.Offsets;
import dev.errata.formats.io.UniqueIds;
import dev.errata.formats.records.NameChecks;

/** Reads COCO ground truth in one pass; the sections may come in any order. */
final class CocoGroundTruthReader {

    private static final int NONE = -1;
    private static final int STEP = 1024;
    private static final int BYTES_PER_RECORD = 110;
    /** Boxes reach over the edge by rounding; only beyond this many pixels is it worth a warning. */
    private static final double EDGE = 1;

    private final LabelInput input;
    private final IssueLog log;
    private final CocoHeaders headers;
    private final Set<String> found = new LinkedHashSet<>();
    private int[] imageOfId = new int[0];
    private int[] classOfId = new int[0];
    private final Offsets offsets = new Offsets();
    private AnnotationRows rows;
    private int[] imageOfRow;
    private final BitSet warned = new BitSet();
    private final BitSet withoutId = new BitSet();
    private final List<Integer> withoutBox = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private long read;
    private AnnotationRecord record;

    CocoGroundTruthReader(LabelInput input) {
        this.input = input;
        this.log = new IssueLog(input.place());
        this.headers = new CocoHeaders(log);
    }

    GroundTruth read(Progress watcher) throws IOException {
        progress = watcher;
        int expected = input.expectedRecords(BYTES_PER_RECORD);
        rows = new AnnotationRows(expected);
        imageOfRow = new int[Math.max(16, expected)];
        JsonCursor.read(input, log, progress, this::readDocument);
        if (input.charset() != StandardCharsets.UTF_8) {
            log.add(Severity.WARNING, "file.utf16", 1, 1, "", input.charset().name(),
                "The file is " + input.charset().name() + ", not UTF-8; it was read, and an export keeps it.");
        }
        offsets.trim();
        resolve();
        NameChecks.images(headers.images(), log);
        List<Issue> issues = log.issues(this::lines);
        long imported = rows.size();
        return new GroundTruth(CocoFormat.NAME, List.copyOf(headers.images()), List.copyOf(headers.classes()),
            AnnotationColumns.grouped(headers.images().size(), imageOfRow, rows), new CocoDetails(input, offsets), issues,
            new RecordCounts(read, imported, read - imported, warned.cardinality()), log.counts(), headers.rules());
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
        cursor.lastRecord(() -> rows.size() == 0 ? "" : "annotation " + name(rows.size() - 1));
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
            add();
        }
    }

    private void add() {
        int row = rows.size();
        if (row == imageOfRow.length) {
            imageOfRow = Arrays.copyOf(imageOfRow, row + (row >> 1));
        }
        imageOfRow[row] = record.image;
        double[] box = record.box;
        double area = Double.isNaN(record.area) ? box[2] * box[3] : record.area;
        if (!record.hasBox) {
            withoutBox.add(row);
            Arrays.fill(box, Double.NaN);
            area = record.area;
        }
        if (!record.hasId) {
            withoutId.set(row);
        }
        if (record.warned) {
            warned.set(row);
        }
        rows.add(record.id, record.category, box[0], box[1], box[2], box[3], area, record.crowd, record.position);
    }

    /** Turns ids into indexes; rows that point to nothing, or repeat an id, are left out. */
    private void resolve() throws IOException {
        imageOfId = headers.imageOfId();
        classOfId = headers.classOfId();
        BitSet dropped = droppedRows();
        for (int row = 0; row < rows.size(); row++) {
            if (!dropped.get(row)) {
                rows.setLabel(row, classOfId[rows.label(row)]);
                imageOfRow[row] = imageOfId[imageOfRow[row]];
            }
        }
        if (!withoutBox.isEmpty() || !withoutId.isEmpty() || !dropped.isEmpty()) {
            rewrite(dropped);
        }
        for (int row = 0; row < rows.size(); row++) {
            checkInside(row);
        }
    }

    private BitSet droppedRows() {
        BitSet dropped = new BitSet();
        UniqueIds unique = new UniqueIds();
        for (int row = 0; row < rows.size(); row++) {
            if (imageOfId[imageOfRow[row]] == NONE) {
                String id = headers.imageIds().text(imageOfRow[row]);
                drop(dropped, row, "coco.image.unknown", id, "No image has the id " + id + ".");
            } else if (classOfId[rows.label(row)] == NONE) {
                String id = headers.categoryIds().text(rows.label(row));
                drop(dropped, row, "coco.category.unknown", id, "No category has the id " + id + ".");
            } else if (!withoutId.get(row)) {
                int first = unique.add(rows.id(row), row);
                if (first >= 0) {
                    dropped.set(row);
                    log.addRepeated(Severity.QUARANTINED, "coco.annotation.duplicate", offset(row), offset(first),
                        pointer(row), name(row), "Two annotations have the same id; the second was set aside.");
                }
            }
        }
        return dropped;
    }

    private void drop(BitSet dropped, int row, String code, String value, String text) {
        dropped.set(row);
        log.addAt(Severity.QUARANTINED, code, 0, 0, offset(row), pointer(row), name(row), value, text
            + " The record was set aside.");
    }

    private long offset(int row) {
        return offsets.get(rows.position(row));
    }

    private String pointer(int row) {
        return "/annotations/" + rows.position(row);
    }

    private String name(int row) {
        return withoutId.get(row) ? "annotations[" + rows.position(row) + "]" : Long.toString(rows.id(row));
    }

    /** Copies the rows that stay, and gives them the ids and boxes that they lack. */
    private void rewrite(BitSet dropped) throws IOException {
        Map<Integer, double[]> bounds = bounds(dropped);
        long nextId = 1;
        for (int row = 0; row < rows.size(); row++) {
            nextId = withoutId.get(row) ? nextId : Math.max(nextId, rows.id(row) + 1);
        }
        AnnotationRows kept = new AnnotationRows(rows.size());
        BitSet keptWarned = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            if (dropped.get(row)) {
                continue;
            }
            double[] box = bounds.get(row);
            if (box == null) {
                box = new double[] {rows.x(row), rows.y(row), rows.width(row), rows.height(row)};
            }
            double area = Double.isNaN(rows.area(row)) ? box[2] * box[3] : rows.area(row);
            long id = withoutId.get(row) ? nextId++ : rows.id(row);
            keptWarned.set(kept.size(), warned.get(row));
            imageOfRow[kept.size()] = imageOfRow[row];
            kept.add(id, rows.label(row), box[0], box[1], box[2], box[3], area, rows.crowd(row), rows.position(row));
        }
        rows = kept;
        warned.clear();
        warned.or(keptWarned);
    }

    /** The boxes around the outlines of those rows that have an outline but no box. */
    private Map<Integer, double[]> bounds(BitSet dropped) throws IOException {
        Map<Integer, double[]> bounds = new HashMap<>();
        if (withoutBox.isEmpty()) {
            return bounds;
        }
        try (RecordTexts texts = new RecordTexts(input, offsets)) {
            for (int row : withoutBox) {
                if (dropped.get(row)) {
                    continue;
                }
                double[] box = Segmentation.bounds(texts.read(rows.position(row)));
                if (box == null) {
                    drop(dropped, row, "coco.bbox.missing", "", "The record has no bbox, and no outline that gives one.");
                } else {
                    bounds.put(row, box);
                    warned.set(row);
                    log.addAt(Severity.WARNING, "coco.bbox.outline", 0, 0, offset(row), pointer(row), name(row), "",
                        "The record has no bbox; the box around its outline is used.");
                }
            }
        }
        return bounds;
    }

    private void checkInside(int row) {
        ImageEntry image = headers.images().get(imageOfRow[row]);
        if (image.width() == 0 || image.height() == 0) {
            return;
        }
        double right = rows.x(row) + rows.width(row);
        double bottom = rows.y(row) + rows.height(row);
        if (rows.x(row) >= -EDGE && rows.y(row) >= -EDGE && right <= image.width() + EDGE && bottom <= image.height() + EDGE) {
            return;
        }
        boolean outside = right <= 0 || bottom <= 0 || rows.x(row) >= image.width() || rows.y(row) >= image.height();
        warned.set(row);
        log.addAt(Severity.WARNING, outside ? "box.outside" : "box.edge", 0, 0, offset(row), pointer(row),
            Long.toString(rows.id(row)), rows.x(row) + ", " + rows.y(row) + ", " + rows.width(row) + ", " + rows.height(row),
            "The box " + (outside ? "lies outside of" : "reaches over the edge of") + " its image of " + image.width() + " x "
                + image.height() + " pixels; it was imported as it is.");
    }
}
