package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.model.Source;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.records.Export;

/**
 * Writes the labels with all changes. In the format that they were imported in, nothing but what was fixed is different, down to
 * the byte; in another, they are written anew.
 */
public final class ExportDataset {

    private static final String ARCHIVE = ".zip";

    private ExportDataset() {
    }

    /**
     * @param format name of the format, for example {@code coco}
     * @param target an existing file is replaced at once when the new one is whole. Formats of many files are written as an
     *        archive if it ends in {@code .zip}, else into a folder, which must be new or empty
     * @throws DatasetException if it could not be written; then the target is as it was
     */
    public static Result run(OpenDataset dataset, String format, Path target) throws DatasetException {
        LabelFormat writer = Formats.named(format)
            .orElseThrow(() -> new DatasetException("There is no label format \"" + format + "\"."));
        String imported = dataset.document().getLabels().getFormat();
        Path file = target.toAbsolutePath().normalize();
        try {
            boolean same = writer.name().equals(imported);
            boolean archive = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
            boolean many = same ? LabelTree.isMany(dataset.labelFile()) : writer.manyFiles();
            refuseSources(dataset, file, many && !archive);
            Collection<LabelEdit> edits = NetEdits.of(dataset);
            Writing writing = same
                ? sink -> writer.writeEdited(dataset.labelFile(), dataset.source(), edits, sink)
                : sink -> writeAnew(CurrentLabels.of(dataset), writer, sink);
            if (many && !archive) {
                folder(file, writing);
            } else if (many) {
                DurableFiles.replace(file, out -> closing(LabelSink.archive(out), writing));
            } else if (same) {
                DurableFiles.replace(file, out -> writer.writeEdited(dataset.labelFile(), dataset.source(), edits, out));
            } else {
                DurableFiles.replace(file, out -> closing(LabelSink.single(out), writing));
            }
            return new Result(file, edits.size(), many && !archive ? treeSize(file) : Files.size(file),
                same ? Set.of() : lost(imported, writer));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException("The labels could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeAnew(GroundTruth labels, LabelFormat writer, LabelSink sink) throws IOException {
        Export.checkSizes(labels, writer);
        writer.write(labels, sink, Progress.NONE);
    }

    /** Writes the labels to wherever they go. */
    private interface Writing {
        void to(LabelSink sink) throws IOException;
    }

    private static void closing(LabelSink sink, Writing writing) throws IOException {
        try (sink) {
            writing.to(sink);
        }
    }

    private static void folder(Path target, Writing writing) throws IOException {
        Path building = Files.createDirectory(target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
        try {
            closing(LabelSink.folder(building), writing);
            Files.deleteIfExists(target);
            Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceFolder(target.getParent());
        } finally {
            DurableFiles.deleteTree(building);
        }
    }

    private static long treeSize(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static Set<Holds> lost(String imported, LabelFormat writer) {
        Set<Holds> lost = Formats.named(imported).map(LabelFormat::holds).map(EnumSet::copyOf)
            .orElseGet(() -> EnumSet.noneOf(Holds.class));
        lost.removeAll(writer.holds());
        return lost;
    }

    private static void refuseSources(OpenDataset dataset, Path file, boolean asFolder) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DatasetException("There is no folder " + folder + ". Create it or choose another.");
        }
        if (asFolder) {
            refuseFull(file);
        } else if (Files.isDirectory(file)) {
            throw new DatasetException(file + " is a folder. Name a file.");
        }
        Path real = folder.toRealPath().resolve(file.getFileName());
        Path own = dataset.folder().toRealPath();
        boolean inside = real.startsWith(own.resolve(ImportDataset.SOURCES)) || real.startsWith(own.resolve(OpenDataset.JOURNAL))
            || real.getParent().equals(own) && real.getFileName().toString().startsWith(".")
            || real.equals(own.resolve("dataset.errata"));
        List<Source> sources = new ArrayList<>(dataset.document().getRuns());
        sources.add(dataset.document().getLabels());
        for (Source source : sources) {
            Path imported = dataset.folder().resolve(source.getPath());
            inside |= Files.exists(file) && Files.exists(imported) && Files.isSameFile(file, imported);
        }
        if (inside) {
            throw new DatasetException(file + " belongs to the dataset and is never overwritten. Choose another file.");
        }
    }

    private static void refuseFull(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new DatasetException(folder + " is a file, but these labels are many: name a new folder, or a .zip file.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new DatasetException(folder + " is not empty. Name a new folder, or a .zip file.");
                }
            }
        }
    }

    /**
     * What was written.
     *
     * @param file a file or a folder
     * @param edits records that are different from the imported file
     * @param bytes length of the file, or of all files of the folder
     * @param lost what labels of the imported format can have and those of this one cannot
     */
    public record Result(Path file, int edits, long bytes, Set<Holds> lost) {

        public Result {
            lost = Set.copyOf(lost);
        }
    }
}
