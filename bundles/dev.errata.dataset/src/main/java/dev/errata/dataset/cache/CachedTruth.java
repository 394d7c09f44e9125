package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelFormat;

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
        truth.annotations().visit(out);
        CachedRecords.writePlaces(truth.details(), out);
    }

    /** @param file the source, in which details are looked up */
    static GroundTruth read(ColumnReader in, LabelFormat format, Path file) throws IOException {
        int imageCount = in.readSize();
        List<ImageEntry> images = new ArrayList<>(imageCount);
        for (int i = 0; i < imageCount; i++) {
            images.add(new ImageEntry(in.readText(), in.readText(), in.readInt(), in.readInt()));
        }
        int classCount = in.readSize();
        List<ClassEntry> classes = new ArrayList<>(classCount);
        for (int i = 0; i < classCount; i++) {
            classes.add(new ClassEntry(in.readText(), in.readLong(), in.readText()));
        }
        RecordCounts counts = CachedRecords.readCounts(in);
        IssueCounts issueCounts = CachedRecords.readIssueCounts(in);
        List<Issue> issues = CachedRecords.readIssues(in, file);
        FederatedRules federated = CachedFederation.read(in, imageCount, classCount);
        AnnotationColumns columns = AnnotationColumns.filled(imageCount, in);
        AnnotationDetails details = CachedRecords.readPlaces(in, format, file).orElseGet(() -> new LateDetails(format, file));
        return new GroundTruth(format.name(), images, classes, columns, details, issues, counts, issueCounts,
            federated);
    }
}
