package dev.errata.dataset.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss;
import dev.errata.formats.io.FileFaults;
import dev.errata.formats.records.Export;

/**
 * Writes the labels with all changes. In the format that they were imported in, or that a sidecar brought, nothing but what was
 * fixed is different, down to the byte; in another, they are written anew, and what it cannot hold goes into a sidecar.
 */
public final class ExportDataset {

    private final OpenDataset dataset;
    private final LabelFormat format;
    private boolean force;
    private boolean sidecar = true;
    private OriginalExport original;
    private List<Loss> losses;

    /**
     * @param format name of the format, for example {@code coco}
     * @throws DatasetException if there is none of that name
     */
    public ExportDataset(OpenDataset dataset, String format) throws DatasetException {
        this.dataset = dataset;
        this.format = Formats.named(format)
            .orElseThrow(() -> new DatasetException("There is no label format \"" + format + "\"."));
    }

    /** Whether a folder that is there already is put aside, under a name that tells so. */
    public ExportDataset force(boolean value) {
        force = value;
        return this;
    }

    /** Whether what the format cannot hold is written beside the labels; it is where nothing is said. */
    public ExportDataset sidecar(boolean value) {
        sidecar = value;
        return this;
    }

    /**
     * What the labels lose in the format, found by writing and reading them. Writes nothing that stays.
     *
     * @return nothing in the format of the import, which keeps every byte
     */
    public List<Loss> losses(Progress progress) throws DatasetException {
        if (losses == null) {
            try {
                losses = original().isPresent() ? List.of()
                    : TrialExport.labels(current(), format, dataset.source().counts().quarantined(), progress);
            } catch (DatasetException e) {
                throw e;
            } catch (IOException e) {
                throw failed("in this format", e);
            }
        }
        return losses;
    }

    private GroundTruth current() throws IOException {
        GroundTruth current = CurrentLabels.of(dataset);
        Export.checkSizes(current, format);
        Export.checkPictures(current, OriginalExport.pictures(dataset), format);
        return current;
    }

    /** The labels in the wanted format as they came in, if they did. */
    private Optional<OriginalExport> original() throws IOException {
        if (original == null) {
            OriginalExport imported = OriginalExport.imported(dataset);
            original = imported.format().name().equals(format.name()) ? imported
                : OriginalExport.ofSidecar(dataset).filter(brought -> brought.format().name().equals(format.name())).orElse(null);
        }
        return Optional.ofNullable(original);
    }

    /** The labels that hold most, for the sidecar: those that a sidecar brought, or those imported. */
    private OriginalExport richest() throws IOException {
        Optional<OriginalExport> brought = OriginalExport.ofSidecar(dataset);
        return brought.isPresent() ? brought.get() : OriginalExport.imported(dataset);
    }

    /**
     * @param target an existing file is replaced at once when the new one is whole. Formats of many files are written as an
     *        archive if it ends in {@code .zip}, else into a folder, which must be new or empty unless forced
     * @throws DatasetException if it could not be written; then the target is as it was
     */
    public Result run(Path target, Progress progress) throws DatasetException {
        try {
            Optional<OriginalExport> same = original();
            ExportTarget to = new ExportTarget(dataset, target, same.isPresent() ? same.get().many() : format.manyFiles(), force);
            OriginalExport rest = rest(same, progress);
            if (rest != null) {
                Sidecar.write(to.file(), rest, () -> write(same, to, progress), progress);
            } else {
                write(same, to, progress);
                Files.deleteIfExists(Sidecar.beside(to.file()));
            }
            int edits = same.isPresent() ? same.get().edits().size() : NetEdits.of(dataset).size();
            return new Result(to.file(), edits, to.bytes(), losses(progress),
                rest == null ? Optional.empty() : Optional.of(Sidecar.beside(to.file())));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw failed("to " + target, e);
        }
    }

    private void write(Optional<OriginalExport> same, ExportTarget to, Progress progress) throws IOException {
        if (same.isPresent()) {
            to.write(sink -> same.get().write(sink, progress));
        } else {
            GroundTruth current = current();
            to.write(sink -> format.write(current, OriginalExport.pictures(dataset), sink, progress));
        }
    }

    /** What goes into the sidecar; null where none is needed. */
    private OriginalExport rest(Optional<OriginalExport> same, Progress progress) throws IOException {
        if (!sidecar) {
            return null;
        }
        OriginalExport richest = richest();
        boolean known = same.isPresent() && same.get().format().name().equals(richest.format().name());
        return known || same.isEmpty() && losses(progress).isEmpty() ? null : richest;
    }

    private static DatasetException failed(String where, IOException e) {
        return new DatasetException("The labels could not be written " + where + ": " + FileFaults.told(e), e);
    }

    /** Writes the labels; see {@link #run(Path, Progress)}. */
    public static Result run(OpenDataset dataset, String format, Path target) throws DatasetException {
        return new ExportDataset(dataset, format).run(target, Progress.NONE);
    }

    /**
     * What was written.
     *
     * @param file a file or a folder
     * @param edits records that are different from the imported file
     * @param bytes length of the file, or of all files of the folder
     * @param losses what the labels have lost
     * @param sidecar the file that holds it
     */
    public record Result(Path file, int edits, long bytes, List<Loss> losses, Optional<Path> sidecar) {

        public Result {
            losses = List.copyOf(losses);
        }
    }
}
