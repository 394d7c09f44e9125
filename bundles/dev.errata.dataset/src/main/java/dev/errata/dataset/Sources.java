package dev.errata.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Source;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;

/** The files of a dataset as read: the labels at once, the predictions of a run when first asked for. */
final class Sources {

    private final Path folder;
    private final Path labelFile;
    private final GroundTruth truth;
    private final Map<Run, PredictionColumns> predictions = new ConcurrentHashMap<>();

    private Sources(Path folder, Path labelFile, GroundTruth truth) {
        this.folder = folder;
        this.labelFile = labelFile;
        this.truth = truth;
    }

    static Sources read(Path folder, Dataset document, Progress progress) throws DatasetException {
        if (document.getLabels() == null) {
            throw new DatasetException("The document of " + folder + " names no labels. Import the labels again.");
        }
        Path file = SourceFiles.verified(folder, document.getLabels(), progress);
        try {
            GroundTruth truth = format(document.getLabels()).readGroundTruth(file, progress);
            List<String> names = document.getClasses().stream().map(LabelClass::getName).toList();
            if (!names.equals(truth.classes().stream().map(GroundTruth.ClassEntry::name).toList())) {
                throw new DatasetException("The document of " + folder + " has other label classes than " + file
                    + ". Restore the document from a backup or import the labels again.");
            }
            return new Sources(folder, file, truth);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(e.getMessage(), e);
        }
    }

    private static LabelFormat format(Source source) throws DatasetException {
        return Formats.named(source.getFormat()).orElseThrow(() -> new DatasetException("The format " + source.getFormat()
            + " of " + source.getPath() + " is not known to this version. Use a newer one."));
    }

    GroundTruth truth() {
        return truth;
    }

    Path labelFile() {
        return labelFile;
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read */
    PredictionColumns predictions(Run run, Progress progress) {
        PredictionColumns known = predictions.get(run);
        if (known != null) {
            return known;
        }
        synchronized (run) {
            known = predictions.get(run);
            if (known == null) {
                known = readRun(run, progress);
                predictions.put(run, known);
            }
            return known;
        }
    }

    void add(Run run, PredictionColumns columns) {
        predictions.put(run, columns);
    }

    private PredictionColumns readRun(Run run, Progress progress) {
        try {
            Path file = SourceFiles.verified(folder, run, progress);
            return format(run).readPredictions(file, truth, progress).columns();
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(new DatasetException(e.getMessage(), e));
        }
    }
}
