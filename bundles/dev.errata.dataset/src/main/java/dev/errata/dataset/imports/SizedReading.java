package dev.errata.dataset.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.pictures.ImageFolderSearch;
import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.files.ImageSizes;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.records.Records;

/**
 * Reads labels whose numbers depend on the sizes of their pictures. The sizes are kept beside the labels in the dataset folder:
 * from then on nothing depends on where the pictures lie, or whether they are there.
 */
final class SizedReading {

    private final LabelFormat format;
    private final Path copy;
    private final Path original;

    /**
     * @param copy the labels in the dataset folder
     * @param original the labels as somebody named them
     */
    SizedReading(LabelFormat format, Path copy, Path original) {
        this.format = format;
        this.copy = copy;
        this.original = original;
    }

    /**
     * @param images where the pictures are; null where they are to be looked for
     * @param original the labels that a sidecar brought, which may tell sizes where there are no pictures; or null
     */
    GroundTruth read(Path images, GroundTruth original, Progress progress) throws IOException {
        GroundTruth truth = read(images, progress);
        if (original == null || !truth.issueCounts().of(Severity.WARNING).containsKey(Records.SIZE_UNKNOWN)) {
            return truth;
        }
        String sizes = ImageSizes.lines(original);
        DurableFiles.replace(ImageSizes.beside(copy), out -> out.write(ImageSizes.file(sizes)));
        return format.readGroundTruth(copy, progress);
    }

    private GroundTruth read(Path images, Progress progress) throws IOException {
        boolean keeps = format.takesSizesFromPictures() && !copy.equals(original.toRealPath());
        if (keeps && images != null) {
            keep(images, progress);
        }
        GroundTruth truth = format.readGroundTruth(copy, images, progress);
        if (!keeps || images != null) {
            return truth;
        }
        Optional<Path> found = ImageFolderSearch.forSizes(original, truth);
        if (found.isPresent()) {
            keep(found.get(), progress);
            return format.readGroundTruth(copy, progress);
        }
        keep(null, progress);
        return truth;
    }

    private void keep(Path images, Progress progress) throws IOException {
        try (LabelTree tree = LabelTree.of(copy)) {
            if (images == null && tree.remembersSizes()) {
                return;
            }
            String lines = ImageSizes.lines(Pictures.of(tree, images), progress);
            if (!Files.exists(ImageSizes.beside(copy))) {
                DurableFiles.replace(ImageSizes.beside(copy), out -> out.write(ImageSizes.file(lines)));
            }
        }
    }
}
