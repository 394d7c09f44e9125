package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
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
        Origins origins, Progress progress) throws IOException {
        if (name.isBlank()) {
            throw new DatasetException("A run needs a name.");
        }
        Run run = ModelFactory.eINSTANCE.createRun();
        run.setName(name);
        Path copy = SourceImport.bring(file, folder, run, linkAbove, progress);
        origins.add(copy, file);
        boolean whole = false;
        try {
            LabelFormat reader = reader(copy, format);
            run.setFormat(reader.name());
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

    /** By the content; where that does not tell, the format of the labels, whose reader says best what is wrong. */
    private static LabelFormat reader(Path file, String format) throws IOException {
        try {
            return Formats.detectPredictions(file);
        } catch (FormatException unknown) {
            return Formats.named(format).orElseThrow(() -> unknown);
        }
    }
}
