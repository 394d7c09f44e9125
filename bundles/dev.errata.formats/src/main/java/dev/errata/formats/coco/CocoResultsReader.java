package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Predictions;
import dev.errata.formats.UnresolvedPredictions;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.text.Ids;
import dev.errata.formats.text.Offsets;

/** Reads a COCO results file in one pass; images and classes are resolved afterwards. */
final class CocoResultsReader implements UnresolvedPredictions {

    private static final int NONE = -1;
    private static final int STEP = 1024;
    private static final int BYTES_PER_RECORD = 85;

    private final LabelInput input;
    private final IssueLog log;
    private final Progress progress;
    private final Ids imageIds = new Ids();
    private final Ids categoryIds = new Ids();
    private final BitSet warned = new BitSet();
    private final BitSet withoutBox = new BitSet();
    private Offsets offsets = new Offsets();
    private PredictionRows rows;
    private int[] imageOfRow;
    private long read;
    private boolean segmented;

    private CocoResultsReader(LabelInput input, Progress progress) {
        this.input = input;
        this.progress = progress;
        this.log = new IssueLog(input.path().toString());
        int expected = input.expectedRecords(BYTES_PER_RECORD);
        rows = new PredictionRows(expected);
        imageOfRow = new int[Math.max(16, expected)];
    }

    static UnresolvedPredictions read(LabelInput input, Progress progress) throws IOException {
        CocoResultsReader reader = new CocoResultsReader(input, progress);
        JsonCursor.read(input, reader.log, progress, reader::readDocument);
        return reader;
    }

    private Void readDocument(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            throw cursor.refuse("coco.results.object", "", "", "This is an object, not a list of results: a dataset? "
                + "Import it as ground truth.");
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw cursor.refuse("coco.results.type", "", cursor.shown(), "COCO results are a JSON array of predictions.");
        }
        ResultRecord record = new ResultRecord(cursor, log, imageIds, categoryIds);
        cursor.lastRecord(() -> rows.size() == 0 ? "" : name(rows.size() - 1));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            record.read();
            if (++read % STEP == 0) {
                progress.records(STEP);
            }
            offsets.add(record.begin);
            segmented |= record.hasSegmentation;
            if (record.bad()) {
                record.reportProblem();
            } else {
                add(record);
            }
        }
        return null;
    }

    private void add(ResultRecord record) {
        int row = rows.size();
        if (row == imageOfRow.length) {
            imageOfRow = Arrays.copyOf(imageOfRow, row + (row >> 1));
        }
        imageOfRow[row] = record.image;
        if (!record.hasBox) {
            withoutBox.set(row);
            Arrays.fill(record.box, Double.NaN);
        }
        if (record.warned) {
            warned.set(row);
        }
        double[] box = record.box;
        rows.add(record.category, box[0], box[1], box[2], box[3], record.score, record.position);
    }

    @Override
    public Predictions resolve(GroundTruth truth) throws IOException {
        if (rows == null) {
            throw new IllegalStateException("resolved already");
        }
        int[] imageOfId = ResultIds.images(imageIds, truth);
        int[] classOfId = ResultIds.classes(categoryIds, truth, log);
        BitSet dropped = droppedRows(imageOfId, classOfId);
        Map<Integer, double[]> bounds = bounds(dropped);
        for (int row = 0; row < rows.size(); row++) {
            if (!dropped.get(row)) {
                rows.setLabel(row, classOfId[rows.label(row)]);
                imageOfRow[row] = imageOfId[imageOfRow[row]];
            }
        }
        if (!dropped.isEmpty() || !bounds.isEmpty()) {
            rewrite(dropped, bounds);
        }
        List<Issue> issues = log.issues(this::lines);
        long imported = rows.size();
        PredictionColumns columns = PredictionColumns.grouped(truth.images().size(), imageOfRow, rows);
        Predictions resolved = new Predictions(CocoFormat.NAME, columns, issues,
            new RecordCounts(read, imported, read - imported, warned.cardinality()), log.counts());
        if (segmented) {
            offsets.trim();
            resolved = resolved.with(new CocoDetails(input, offsets));
        }
        rows = null;
        imageOfRow = null;
        offsets = null;
        return resolved;
    }

    private BitSet droppedRows(int[] imageOfId, int[] classOfId) {
        BitSet dropped = new BitSet();
        int[] unknown = new int[imageOfId.length];
        int[] firstRow = new int[imageOfId.length];
        for (int row = 0; row < rows.size(); row++) {
            int image = imageOfRow[row];
            if (imageOfId[image] == NONE) {
                dropped.set(row);
                firstRow[image] = unknown[image]++ == 0 ? row : firstRow[image];
            } else if (classOfId[rows.label(row)] == NONE) {
                dropped.set(row);
                String id = categoryIds.text(rows.label(row));
                log.addAt(Severity.QUARANTINED, "coco.category.unknown", 0, 0, offset(row), pointer(row), name(row), id,
                    "No category of the labels has the id " + id + ". The record was set aside.");
            }
        }
        for (int image = 0; image < unknown.length; image++) {
            if (unknown[image] > 0) {
                String id = imageIds.text(image);
                int first = firstRow[image];
                log.addAt(Severity.QUARANTINED, "coco.image.unknown", 0, 0, offset(first), pointer(first), name(first), id,
                    "No image of the labels has the id " + id + "; its predictions, " + unknown[image] + ", were set aside.");
            }
        }
        return dropped;
    }

    private long offset(int row) {
        return offsets.get(rows.position(row));
    }

    private String pointer(int row) {
        return "/" + rows.position(row);
    }

    private String name(int row) {
        return "[" + rows.position(row) + "]";
    }

    /** The boxes around the outlines of those rows that have an outline but no box. */
    private Map<Integer, double[]> bounds(BitSet dropped) throws IOException {
        Map<Integer, double[]> bounds = new HashMap<>();
        if (withoutBox.isEmpty()) {
            return bounds;
        }
        input.checkUnchanged();
        try (RecordTexts texts = new RecordTexts(input, offsets)) {
            for (int row = withoutBox.nextSetBit(0); row >= 0; row = withoutBox.nextSetBit(row + 1)) {
                if (dropped.get(row)) {
                    continue;
                }
                double[] box = Segmentation.bounds(texts.read(rows.position(row)));
                if (box == null) {
                    dropped.set(row);
                    log.addAt(Severity.QUARANTINED, "coco.bbox.missing", 0, 0, offset(row), pointer(row), name(row), "",
                        "The prediction has no bbox, and no outline that gives one. The record was set aside.");
                } else {
                    bounds.put(row, box);
                }
            }
        }
        return bounds;
    }

    private void rewrite(BitSet dropped, Map<Integer, double[]> bounds) {
        PredictionRows kept = new PredictionRows(rows.size());
        BitSet keptWarned = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            if (dropped.get(row)) {
                continue;
            }
            double[] box = bounds.get(row);
            if (box == null) {
                box = new double[] {rows.x(row), rows.y(row), rows.width(row), rows.height(row)};
            }
            keptWarned.set(kept.size(), warned.get(row));
            imageOfRow[kept.size()] = imageOfRow[row];
            kept.add(rows.label(row), box[0], box[1], box[2], box[3], rows.confidence(row), rows.position(row));
        }
        rows = kept;
        warned.clear();
        warned.or(keptWarned);
    }

    private LineIndex lines(String place, long[] places) throws IOException {
        try (InputStream text = input.open(Progress.NONE)) {
            return LineIndex.of(text, places);
        }
    }
}
