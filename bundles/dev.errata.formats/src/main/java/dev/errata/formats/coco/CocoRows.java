package dev.errata.formats.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.text.Offsets;
import dev.errata.formats.text.UniqueIds;

/** The annotations of a COCO file, which may point to images and categories that are read after them. */
final class CocoRows {

    private static final int NONE = -1;
    /** Boxes reach over the edge by rounding; only beyond this many pixels is it worth a warning. */
    private static final double EDGE = 1;

    private final LabelInput input;
    private final CocoHeaders headers;
    private final Offsets offsets;
    private final IssueLog log;
    private AnnotationRows rows;
    private int[] imageOfRow;
    private int[] imageOfId = new int[0];
    private int[] classOfId = new int[0];
    private final BitSet warned = new BitSet();
    private final BitSet withoutId = new BitSet();
    private final List<Integer> withoutBox = new ArrayList<>();

    /**
     * @param offsets of all records, by position
     * @param expected about how many rows there will be
     */
    CocoRows(LabelInput input, CocoHeaders headers, Offsets offsets, IssueLog log, int expected) {
        this.input = input;
        this.headers = headers;
        this.offsets = offsets;
        this.log = log;
        rows = new AnnotationRows(expected);
        imageOfRow = new int[Math.max(16, expected)];
    }

    void add(AnnotationRecord record) {
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

    /** Turns ids into indexes when all is read; rows that point to nothing, or repeat an id, are left out. */
    void linkIds() throws IOException {
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

    /** The rows by image, when all are resolved. */
    AnnotationColumns columns() {
        return AnnotationColumns.grouped(headers.images().size(), imageOfRow, rows);
    }

    int size() {
        return rows.size();
    }

    /** How many rows have warnings. */
    int warned() {
        return warned.cardinality();
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

    /** How issues name a row. */
    String name(int row) {
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
