package dev.errata.dataset.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.sources.OriginalLabels;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;

/**
 * Labels as they came in, and what is to be changed in them: every other byte stays.
 *
 * @param file what they were read from
 * @param labels as read
 * @param pictures finds the picture of a file name
 */
record OriginalExport(LabelFormat format, Path file, GroundTruth labels, List<LabelEdit> edits,
    Function<String, Optional<Path>> pictures) {

    /** The imported labels with what was changed. */
    static OriginalExport imported(OpenDataset dataset) throws IOException {
        LabelFormat format = Formats.named(dataset.document().getLabels().getFormat()).orElseThrow();
        return new OriginalExport(format, dataset.labelFile(), dataset.source(), NetEdits.of(dataset), pictures(dataset));
    }

    /** What a sidecar brought, with what was changed; empty without one, or where it has no place for what was added. */
    static Optional<OriginalExport> ofSidecar(OpenDataset dataset) throws IOException {
        if (dataset.original().isEmpty()) {
            return Optional.empty();
        }
        OriginalLabels original = dataset.original().get();
        return OriginalEdits.of(dataset, original)
            .map(edits -> new OriginalExport(original.format(), original.file(), original.labels(), edits, pictures(dataset)));
    }

    /** The picture of an image by its name. */
    static Function<String, Optional<Path>> pictures(OpenDataset dataset) {
        Map<String, Integer> images = new HashMap<>();
        for (int image = 0; image < dataset.imageCount(); image++) {
            images.putIfAbsent(dataset.fileName(image), image);
        }
        return name -> Optional.ofNullable(images.get(name)).flatMap(dataset::picture);
    }

    void write(LabelSink to, Progress progress) throws IOException {
        format.writeEdited(file, labels, edits, pictures, to, progress);
    }

    boolean many() throws IOException {
        return LabelTree.isMany(file);
    }
}
