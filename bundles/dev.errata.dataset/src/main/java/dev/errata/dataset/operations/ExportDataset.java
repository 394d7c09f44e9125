package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.model.Source;
import dev.errata.formats.Formats;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;

/** Writes the labels with all changes: the imported file with nothing else changed, down to the byte. */
public final class ExportDataset {

    private ExportDataset() {
    }

    /**
     * @param format name of the format, for example {@code coco}
     * @param target an existing file is replaced at once when the new one is whole
     * @throws DatasetException if it could not be written; then the target is as it was
     */
    public static Result run(OpenDataset dataset, String format, Path target) throws DatasetException {
        LabelFormat writer = Formats.named(format)
            .orElseThrow(() -> new DatasetException("There is no label format \"" + format + "\"."));
        String imported = dataset.document().getLabels().getFormat();
        if (!writer.name().equals(imported)) {
            throw new DatasetException("These labels were imported as " + imported + " and can be exported as that only.");
        }
        Path file = target.toAbsolutePath().normalize();
        try {
            refuseSources(dataset, file);
            List<LabelEdit> edits = NetEdits.of(dataset);
            DurableFiles.replace(file, out -> writer.writeEdited(dataset.labelFile(), dataset.source(), edits, out));
            return new Result(file, edits.size(), Files.size(file));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException("The labels could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void refuseSources(OpenDataset dataset, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DatasetException("There is no folder " + folder + ". Create it or choose another.");
        }
        if (Files.isDirectory(file)) {
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

    /**
     * What was written.
     *
     * @param edits records that are different from the imported file
     * @param bytes length of the file
     */
    public record Result(Path file, int edits, long bytes) {
    }
}
