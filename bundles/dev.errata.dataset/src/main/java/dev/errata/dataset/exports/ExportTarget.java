package dev.errata.dataset.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.model.Source;
import dev.errata.formats.LabelSink;

/** Where an export goes: a file, which may be packed, an archive or a folder, which is there whole or not at all. */
final class ExportTarget {

    private static final String ARCHIVE = ".zip";
    private static final String COMPRESSED = ".gz";
    private static final String OTHER_ARCHIVE = ".*\\.(tar|tgz|tar\\.(gz|bz2|xz)|7z|rar)";

    private final Path file;
    private final boolean folder;
    private final boolean archive;
    private final boolean compressed;

    /** Writes to wherever it goes. */
    interface Writing {
        void to(LabelSink sink) throws IOException;
    }

    /**
     * @param many whether many files are written
     * @param force whether a folder that is not empty is put aside
     * @throws DatasetException if nothing may be written there
     */
    ExportTarget(OpenDataset dataset, Path target, boolean many, boolean force) throws IOException {
        Path named = target.toAbsolutePath().normalize();
        String name = named.getFileName().toString().toLowerCase(Locale.ROOT);
        file = linked(named);
        archive = name.endsWith(ARCHIVE);
        folder = many && !archive;
        compressed = !many && name.endsWith(COMPRESSED);
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new DatasetException("There is no folder " + parent + ". Create it or choose another.");
        }
        if (name.matches(OTHER_ARCHIVE) || folder && name.endsWith(COMPRESSED)) {
            throw new DatasetException(file + ": no archives of this kind are written. Name a .zip file"
                + (many ? ", or a new folder." : "."));
        }
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new DatasetException(file + " is a device or a pipe. Name a file.");
        }
        if (folder && Files.isRegularFile(file)) {
            throw new DatasetException(file + " is a file, but these labels are many: name a new folder, or a .zip file.");
        }
        if (folder && !force && isFull(file)) {
            throw new DatasetException(file + " is not empty. Name a new folder, or a .zip file.");
        }
        if (!folder && Files.isDirectory(file)) {
            throw new DatasetException(file + " is a folder. Name a file.");
        }
        refuseSources(dataset);
    }

    /** What a link leads to, so that the link stays and what it leads to is replaced. */
    private static Path linked(Path file) throws IOException {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (NoSuchFileException nowhere) {
            throw new DatasetException(file + " is a link that leads nowhere. Choose another file.");
        }
    }

    private static boolean isFull(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        }
    }

    private void refuseSources(OpenDataset dataset) throws IOException {
        Path real = file.getParent().toRealPath().resolve(file.getFileName());
        Path own = dataset.folder().toRealPath();
        boolean inside = real.startsWith(own.resolve(OpenDataset.SOURCES)) || real.startsWith(own.resolve(FileJournal.FOLDER))
            || real.getParent().equals(own) && real.getFileName().toString().startsWith(".")
            || real.equals(own.resolve("dataset.errata")) || own.startsWith(real);
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

    Path file() {
        return file;
    }

    /** Writes everything; if that fails, what was there before stays. */
    void write(Writing writing) throws IOException {
        if (folder) {
            writeFolder(writing);
        } else {
            DurableFiles.replace(file, out -> {
                try (LabelSink sink = sink(out)) {
                    writing.to(sink);
                }
            });
        }
    }

    private LabelSink sink(OutputStream out) {
        return archive ? LabelSink.archive(out) : compressed ? LabelSink.gzip(out) : LabelSink.single(out);
    }

    private void writeFolder(Writing writing) throws IOException {
        Path building = DurableFiles.newFolder(file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID()));
        try {
            try (LabelSink sink = LabelSink.folder(building)) {
                writing.to(sink);
            }
            if (isFull(file)) {
                Files.move(file, aside(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(file);
            Files.move(building, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceFolder(file.getParent());
        } finally {
            DurableFiles.deleteTree(building);
        }
    }

    /** A name for the folder that was there: it may hold more than labels, so it is never deleted. */
    private Path aside() {
        for (int number = 1;; number++) {
            Path free = file.resolveSibling(file.getFileName() + ".before-" + number);
            if (!Files.exists(free)) {
                return free;
            }
        }
    }

    /** Bytes of all that was written. */
    long bytes() throws IOException {
        if (!folder) {
            return Files.size(file);
        }
        try (Stream<Path> files = Files.walk(file)) {
            long bytes = 0;
            for (Path written : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(written);
            }
            return bytes;
        }
    }
}
