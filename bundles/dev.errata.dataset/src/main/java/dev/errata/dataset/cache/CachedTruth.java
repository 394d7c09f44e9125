package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.io.Offsets;

/** Ground truth in a cache file. */
final class CachedTruth {

    private CachedTruth() {
    }

    static void write(GroundTruth truth, Path file, ColumnWriter out) throws IOException {
        out.put(truth.images().size());
        for (ImageEntry image : truth.images()) {
            out.put(image.fileName());
            out.put(image.originalId());
            out.put(image.width());
            out.put(image.height());
        }
        out.put(truth.classes().size());
        for (ClassEntry label : truth.classes()) {
            out.put(label.name());
            out.put(label.originalId());
            out.put(label.supercategory());
        }
        CachedRecords.writeCounts(truth.counts(), out);
        CachedRecords.writeIssueCounts(truth.issueCounts(), out);
        CachedRecords.writeIssues(truth.issues(), file, out);
        CachedFederation.write(truth, out);
        columns(truth.annotations(), out);
        Optional<Offsets> places = truth.details().places();
        out.put(places.map(Offsets::size).orElse(-1));
        if (places.isPresent()) {
            for (int i = 0; i < places.get().size(); i++) {
                out.put(places.get().get(i));
            }
        }
    }

    private static void columns(AnnotationColumns columns, ColumnWriter out) throws IOException {
        out.put(columns.size());
        for (int image = 0; image < columns.imageCount(); image++) {
            out.put(columns.end(image) - columns.begin(image));
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                out.put(columns.id(row));
                out.put(columns.label(row) << 1 | (columns.crowd(row) ? 1 : 0));
                out.put(columns.x(row));
                out.put(columns.y(row));
                out.put(columns.width(row));
                out.put(columns.height(row));
                out.put(columns.area(row));
                out.put(columns.position(row));
            }
        }
    }

    /** @param file the source, in which details are looked up */
    static GroundTruth read(ColumnReader in, LabelFormat format, Path file) throws IOException {
        int imageCount = in.readInt();
        List<ImageEntry> images = new ArrayList<>(imageCount);
        for (int i = 0; i < imageCount; i++) {
            images.add(new ImageEntry(in.readText(), in.readText(), in.readInt(), in.readInt()));
        }
        int classCount = in.readInt();
        List<ClassEntry> classes = new ArrayList<>(classCount);
        for (int i = 0; i < classCount; i++) {
            classes.add(new ClassEntry(in.readText(), in.readLong(), in.readText()));
        }
        RecordCounts counts = CachedRecords.readCounts(in);
        IssueCounts issueCounts = CachedRecords.readIssueCounts(in);
        List<Issue> issues = CachedRecords.readIssues(in, file);
        FederatedRules federated = CachedFederation.read(in, imageCount, classCount);
        AnnotationColumns columns = columns(in, imageCount);
        AnnotationDetails details = details(in, format, file);
        return new GroundTruth(format.name(), images, classes, columns, details, issues, counts, issueCounts,
            federated);
    }

    private static AnnotationColumns columns(ColumnReader in, int imageCount) throws IOException {
        int size = in.readInt();
        AnnotationRows rows = new AnnotationRows(size);
        int[] images = new int[size];
        for (int image = 0; image < imageCount; image++) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                images[rows.size()] = image;
                long id = in.readLong();
                int label = in.readInt();
                rows.add(id, label >> 1, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
                    (label & 1) != 0, in.readInt());
            }
        }
        return AnnotationColumns.grouped(imageCount, images, rows);
    }

    private static AnnotationDetails details(ColumnReader in, LabelFormat format, Path file) throws IOException {
        int size = in.readInt();
        if (size >= 0) {
            Offsets places = new Offsets();
            for (int i = 0; i < size; i++) {
                places.add(in.readLong());
            }
            places.trim();
            Optional<AnnotationDetails> details = format.details(file, places);
            if (details.isPresent()) {
                return details.get();
            }
        }
        return new LateDetails(format, file);
    }
}
