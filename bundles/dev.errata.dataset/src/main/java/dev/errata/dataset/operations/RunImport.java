package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;

/**
 * A results file, brought into a dataset folder and read once.
 *
 * @param run describes it in the document
 * @param predictions as read
 */
record RunImport(Run run, Predictions predictions) {

    static RunImport of(String name, Path file, Path folder, String format, GroundTruth truth, long linkAbove,
        Progress progress) throws IOException {
        if (name.isBlank()) {
            throw new DatasetException("A run needs a name.");
        }
        LabelFormat reader = Formats.named(format).orElseThrow(() -> new DatasetException("Unknown format " + format));
        Run run = ModelFactory.eINSTANCE.createRun();
        run.setName(name);
        run.setFormat(format);
        Path copy = SourceImport.bring(file, folder, run, linkAbove, progress);
        boolean whole = false;
        try {
            Predictions predictions = reader.readPredictions(copy, truth, progress);
            run.setPredictions(predictions.columns().size());
            whole = true;
            return new RunImport(run, predictions);
        } finally {
            if (!whole) {
                SourceImport.forget(folder, run);
            }
        }
    }
}
