package dev.errata.dataset.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.RecordPairs;
import dev.errata.formats.compare.RecordPairs.Same;

/**
 * The labels in the format that the imported ones were once written from, as a sidecar brought them. They hold what the
 * imported ones cannot: ids, attributes, outlines, whatever else. Records are paired by what both formats hold.
 */
public final class OriginalLabels {

    /** Which of the two formats has boxes. */
    private enum Boxes { BOTH, IMPORTED, ORIGINAL }

    private final LabelFormat format;
    private final Path file;
    private final GroundTruth original;
    private final GroundTruth imported;
    private final Boxes boxes;
    private final RecordPairs pairs;
    /** Rows of the original and how they were found, by the position of the imported record. */
    private final int[] rowOfPosition;
    private final Same[] sameOfPosition;

    private OriginalLabels(LabelFormat format, Path file, GroundTruth original, GroundTruth imported, Boxes boxes) {
        this.format = format;
        this.file = file;
        this.original = original;
        this.imported = imported;
        this.boxes = boxes;
        pairs = RecordPairs.of(imported, original, boxes == Boxes.BOTH);
        rowOfPosition = new int[Math.toIntExact(imported.counts().read())];
        sameOfPosition = new Same[rowOfPosition.length];
        Arrays.fill(rowOfPosition, -1);
        Arrays.fill(sameOfPosition, Same.NOTHING);
        AnnotationColumns rows = imported.annotations();
        for (int image = 0; image < rows.imageCount(); image++) {
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                rowOfPosition[rows.position(row)] = pairs.partner(row);
                sameOfPosition[rows.position(row)] = pairs.same(row);
            }
        }
    }

    /**
     * @param file what {@code original} was read from
     * @param imported the labels that were imported, without changes
     * @param importedFormat their format
     */
    public static OriginalLabels of(LabelFormat format, Path file, GroundTruth original, GroundTruth imported,
        LabelFormat importedFormat) {
        boolean has = format.holds().contains(Holds.BOXES);
        Boxes boxes = !has ? Boxes.IMPORTED : importedFormat.holds().contains(Holds.BOXES) ? Boxes.BOTH : Boxes.ORIGINAL;
        return new OriginalLabels(format, file, original, imported, boxes);
    }

    public LabelFormat format() {
        return format;
    }

    public Path file() {
        return file;
    }

    /** As the sidecar holds them. */
    public GroundTruth labels() {
        return original;
    }

    /** The image of the original that is an image of the imported labels, or -1. */
    public int image(int image) {
        return pairs.image(image);
    }

    /** The class of the original that is a class of the imported labels, or -1. */
    public int label(int label) {
        return pairs.label(label);
    }

    /** The row of the original that belongs to the imported record at a position, or -1. */
    public int row(int position) {
        return position < rowOfPosition.length ? rowOfPosition[position] : -1;
    }

    /** Whether the imported record at a position has the box of its original, or one of both has none. */
    public boolean sameBox(int position) {
        return boxes != Boxes.BOTH && row(position) >= 0 || sameOfPosition[position] == Same.ALL
            || sameOfPosition[position] == Same.BOX;
    }

    /**
     * The imported labels with what only the original holds: boxes where the import has none, ids, areas, crowd flags, outlines,
     * attributes, other fields.
     */
    GroundTruth joined() {
        AnnotationColumns rows = imported.annotations();
        AnnotationColumns originals = original.annotations();
        AnnotationRows joined = new AnnotationRows(rows.size());
        int[] images = new int[rows.size()];
        long next = nextId();
        int paired = 0;
        for (int image = 0; image < rows.imageCount(); image++) {
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                int other = pairs.partner(row);
                paired += other < 0 ? 0 : 1;
                images[joined.size()] = image;
                boolean same = other >= 0 && sameBox(rows.position(row));
                boolean placed = other >= 0 && boxes == Boxes.ORIGINAL;
                AnnotationColumns from = placed ? originals : rows;
                int box = placed ? other : row;
                joined.add(other < 0 ? next++ : originals.id(other), rows.label(row), from.x(box), from.y(box),
                    from.width(box), from.height(box), same ? originals.area(other) : rows.area(row),
                    rows.crowd(row) || other >= 0 && originals.crowd(other), rows.position(row));
            }
        }
        List<Issue> issues = new ArrayList<>(imported.issues());
        IssueCounts counts = imported.issueCounts();
        int gone = originals.size() - paired;
        if (gone > 0) {
            issues.add(new Issue("sidecar.unpaired", Severity.WARNING, file.toString(), 0, 0, "", "", gone + " of "
                + originals.size() + " records of the sidecar are not among the labels any more; they count as deleted."));
            IssueCounts.Tally one = new IssueCounts.Tally();
            one.add(Severity.WARNING, "sidecar.unpaired", 1);
            counts = counts.plus(one.counts());
        }
        return new GroundTruth(imported.format(), imported.images(), imported.classes(),
            AnnotationColumns.grouped(rows.imageCount(), images, joined), details(), issues, imported.counts(), counts,
            imported.federated());
    }

    /** Behind all ids of the original. */
    private long nextId() {
        long last = 0;
        AnnotationColumns rows = original.annotations();
        for (int image = 0; image < rows.imageCount(); image++) {
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                last = Math.max(last, rows.id(row));
            }
        }
        return last + 1;
    }

    private AnnotationDetails details() {
        return position -> {
            Detail own = imported.details().read(position);
            int row = row(position);
            return row < 0 ? own : joined(own, original.details().read(original.annotations().position(row)), sameBox(position));
        };
    }

    private static Detail joined(Detail own, Detail original, boolean sameBox) {
        Map<String, String> attributes = new LinkedHashMap<>(original.attributes());
        attributes.putAll(own.attributes());
        boolean outlines = sameBox && !original.polygons().isEmpty();
        return new Detail(outlines ? original.polygons() : own.polygons(), attributes,
            original.unknownFields().isEmpty() ? own.unknownFields() : original.unknownFields());
    }

    /** The details of the record of the original that belongs to an imported one. */
    public Detail detail(int position) throws IOException {
        return original.details().read(original.annotations().position(row(position)));
    }
}
