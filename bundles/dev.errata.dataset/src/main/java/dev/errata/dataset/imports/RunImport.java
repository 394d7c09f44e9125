package dev.errata.dataset.imports;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.SourceCache;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.UnresolvedPredictions;
import dev.errata.formats.files.LabelTree;

/** A results file, brought into a dataset folder and read; the labels may be read at the same time. */
final class RunImport {

    private final Path folder;
    private final Run run;
    private final Path copy;
    private final LabelFormat format;
    private final UnresolvedPredictions unresolved;
    private Predictions predictions;

    private RunImport(Path folder, Run run, Path copy, LabelFormat format, UnresolvedPredictions unresolved) {
        this.folder = folder;
        this.run = run;
        this.copy = copy;
        this.format = format;
        this.unresolved = unresolved;
    }

    /**
     * @param folder the dataset folder
     * @param labelFormat the format of the labels
     */
    static RunImport read(String name, Path file, Path folder, String labelFormat, long linkAbove, Origins origins,
        Progress progress) throws IOException {
        if (name.isBlank()) {
            throw new DatasetException("A run needs a name.");
        }
        Run run = ModelFactory.eINSTANCE.createRun();
        run.setName(name);
        LabelTree.prepare(file, progress);
        Path copy = SourceImport.bring(file, null, folder, run, linkAbove, progress);
        origins.add(copy, file);
        boolean whole = false;
        try {
            LabelFormat format = Formats.predictions(copy, Formats.named(labelFormat).orElse(null));
            run.setFormat(format.name());
            RunImport read = new RunImport(folder, run, copy, format, format.readUnresolved(copy, progress));
            whole = true;
            return read;
        } finally {
            if (!whole) {
                SourceImport.forget(folder, run);
            }
        }
    }

    /** Puts the predictions to their images and classes. */
    void resolve(GroundTruth truth, String labelSha256) throws IOException {
        boolean whole = false;
        try {
            predictions = unresolved.resolve(truth);
            run.setPredictions(predictions.columns().size());
            whole = true;
        } finally {
            if (!whole) {
                SourceImport.forget(folder, run);
            }
        }
        SourceCache.keep(predictions, format, copy, run.getSha256(), labelSha256);
    }

    /** Describes it in the document. */
    Run run() {
        return run;
    }

    Predictions predictions() {
        return predictions;
    }
}
