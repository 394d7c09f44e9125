package dev.errata.dataset;

import java.io.UncheckedIOException;

import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.sources.Sources;
import dev.errata.formats.Predictions;

/** The runs of an open dataset, whose files are read when first needed. */
final class DatasetRuns {

    private final Dataset document;
    private final Sources sources;

    DatasetRuns(Dataset document, Sources sources) {
        this.document = document;
        this.sources = sources;
    }

    /** The run with a name; the first run for null. */
    Run named(String name) throws DatasetException {
        return document.getRuns().stream()
            .filter(run -> name == null || run.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new DatasetException(name == null
                ? "The dataset " + document.getName() + " has no run. Add a results file as a run."
                : "The dataset " + document.getName() + " has no run \"" + name + "\". It has: "
                    + String.join(", ", document.getRuns().stream().map(Run::getName).toList())));
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read */
    Predictions results(Run run) {
        return sources.predictions(run);
    }

    /** A run that was added on disk. The caller holds the dataset's write lock. */
    void add(Run run, Predictions predictions) {
        sources.add(run, predictions);
        document.getRuns().add(run);
    }
}
