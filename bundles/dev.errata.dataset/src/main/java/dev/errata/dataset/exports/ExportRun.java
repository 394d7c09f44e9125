package dev.errata.dataset.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;
import dev.errata.formats.compare.Loss;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.FileFaults;
import dev.errata.formats.records.Export;

/** Writes the predictions of a run: in the format of its file, byte for byte; in another, anew. */
public final class ExportRun {

    private final OpenDataset dataset;
    private final Run run;
    private final LabelFormat format;
    private boolean force;
    private List<Loss> losses;

    /**
     * @param format name of the format; null for the one of the run's file
     * @throws DatasetException if there is no such format, or it cannot hold predictions
     */
    public ExportRun(OpenDataset dataset, Run run, String format) throws DatasetException {
        this.dataset = dataset;
        this.run = run;
        String name = format == null ? run.getFormat() : format;
        this.format = Formats.named(name)
            .orElseThrow(() -> new DatasetException("There is no label format \"" + name + "\"."));
        if (!this.format.holds().contains(Holds.PREDICTIONS)) {
            throw new DatasetException("The format " + name + " cannot hold predictions with their confidence. These can: "
                + String.join(", ", Formats.all().stream().filter(other -> other.holds().contains(Holds.PREDICTIONS))
                    .map(LabelFormat::name).toList()) + ".");
        }
    }

    public LabelFormat format() {
        return format;
    }

    /** Whether a folder that is there already is put aside, under a name that tells so. */
    public ExportRun force(boolean value) {
        force = value;
        return this;
    }

    /** The labels as they are exported: results name images and classes likewise. */
    private GroundTruth labels() throws IOException {
        GroundTruth labels = CurrentLabels.of(dataset);
        Export.checkSizes(labels, format);
        return labels;
    }

    private boolean same() {
        return format.name().equals(run.getFormat());
    }

    /** What the predictions lose in the format; beyond box, class and confidence nothing of them is looked at. */
    public List<Loss> losses(Progress progress) throws DatasetException {
        if (losses == null) {
            try {
                Predictions read = dataset.results(run);
                losses = same() ? List.of() : TrialExport.predictions(labels(), read.columns(), format,
                    read.counts().quarantined(), progress);
            } catch (IOException e) {
                throw failed("in this format", e);
            }
        }
        return losses;
    }

    /**
     * @param target as for labels
     * @return bytes written
     * @throws DatasetException if it could not be written; then the target is as it was
     */
    public long run(Path target, Progress progress) throws DatasetException {
        Path file = dataset.folder().resolve(run.getPath());
        try {
            boolean many = same() ? LabelTree.isMany(file) : format.manyFiles();
            ExportTarget to = new ExportTarget(dataset, target, many, force);
            if (same()) {
                to.write(sink -> copy(file, many, LabelSink.watched(sink, progress)));
            } else {
                GroundTruth labels = labels();
                to.write(sink -> format.writePredictions(labels, dataset.predictions(run), sink, progress));
            }
            return to.bytes();
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw failed("to " + target, e);
        }
    }

    private static void copy(Path file, boolean many, LabelSink to) throws IOException {
        if (!many) {
            try (OutputStream out = to.file(file.getFileName().toString())) {
                Files.copy(file, out);
            }
            return;
        }
        try (LabelTree tree = LabelTree.of(file)) {
            for (String name : tree.names()) {
                if (!name.equals(LabelTree.SIZES)) {
                    try (InputStream in = tree.open(name); OutputStream out = to.file(name)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private static DatasetException failed(String where, IOException e) {
        return new DatasetException("The predictions could not be written " + where + ": " + FileFaults.told(e), e);
    }
}
