package dev.errata.cli.options;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.sources.DatasetSource;
import dev.errata.cli.sources.FileSource;
import dev.errata.cli.sources.Source;
import dev.errata.engine.Progress;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is looked at: a run of a dataset, or two files without any dataset. */
public final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private LabelOptions labels;

    @Option(names = "--run", paramLabel = "NAME", description = "The dataset's run that is compared (its first).")
    private String run;

    @Option(names = "--as-imported", description = "The dataset's labels as they were imported, without anybody's changes: what "
        + "fixes changed shows beside the same command without this.")
    private boolean imported;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Predictions on the images of these labels.")
    private Path predictions;

    /** Reads labels and predictions. */
    public Source read(Progress progress) throws IOException, CommandFailure {
        Path dataset = labels.dataset();
        if (dataset == null && (labels.labels() == null || predictions == null)) {
            throw misuse("name a DATASET, or both --labels and --predictions");
        }
        if (dataset != null && (labels.labels() != null || predictions != null)) {
            throw misuse("name either a DATASET or --labels and --predictions, not both");
        }
        if (dataset == null && run != null) {
            throw misuse("--run needs a DATASET; with --labels there is only the file of --predictions");
        }
        if (dataset == null && imported) {
            throw misuse("--as-imported needs a DATASET; a file has no changes");
        }
        labels.check();
        Source source = dataset == null
            ? FileSource.read(labels.labels(), labels.images(), predictions, labels.namedFormat(), progress)
            : DatasetSource.open(dataset, run, imported, progress);
        source.warn(spec.commandLine().getErr());
        return source;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
