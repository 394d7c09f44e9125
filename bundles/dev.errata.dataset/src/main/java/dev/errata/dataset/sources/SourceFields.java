package dev.errata.dataset.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.errata.dataset.cache.SourceCache;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.fields.FieldColumn;
import dev.errata.formats.fields.FieldTable;

/** Reads what label files say of images and labels beside names, classes and boxes; most people never ask. */
final class SourceFields {

    private SourceFields() {
    }

    /**
     * Reads the fields of a label file, or takes them from the cache.
     *
     * @param images the folder of the images, or null
     * @param original the labels that a sidecar brought, or null; what they say goes before what the file says
     */
    static FieldTable read(LabelFormat format, Path file, Path images, String sha256, GroundTruth truth, OriginalLabels original,
        Progress progress) throws IOException {
        Optional<FieldTable> cached = original == null ? SourceCache.fields(format, file, sha256) : Optional.empty();
        if (cached.isPresent()) {
            return cached.get();
        }
        FieldCollector collector = new FieldCollector();
        format.readFields(file, images, truth, collector, progress);
        if (original != null) {
            add(original, truth, collector, progress);
        }
        FieldTable table = collector.table();
        if (original == null) {
            SourceCache.keep(table, format, file, sha256);
        }
        return table;
    }

    private static void add(OriginalLabels original, GroundTruth truth, FieldCollector into, Progress progress)
        throws IOException {
        FieldCollector collector = new FieldCollector();
        original.format().readFields(original.file(), null, original.labels(), collector, progress);
        FieldTable table = collector.table();
        for (FieldColumn column : table.images()) {
            for (int image = 0; image < truth.images().size(); image++) {
                int other = original.image(image);
                into.image(image, column.name(), other < 0 ? null : column.text(other));
            }
        }
        AnnotationColumns rows = original.labels().annotations();
        for (FieldColumn column : table.labels()) {
            for (int position = 0; position < truth.counts().read(); position++) {
                int row = original.row(position);
                into.label(position, column.name(), row < 0 ? null : column.text(rows.position(row)));
            }
        }
    }
}
