package dev.errata.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.engine.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is looked at: a run of a dataset, or two files without any dataset. */
final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path dataset;

    @Option(names = "--run", paramLabel = "NAME", description = "The dataset's run that is compared (its first).")
    private String run;

    @Option(names = "--labels", paramLabel = "FILE",
        description = "Ground-truth labels (a file, folder or archive), instead of a dataset.")
    private Path labels;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Predictions on the images of these labels.")
    private Path predictions;

    @Option(names = "--images", paramLabel = "DIR",
        description = "With --labels: the folder of the images, for label formats that don't tell their sizes.")
    private Path images;

    @Option(names = "--format", paramLabel = "NAME",
        description = "With --labels: the label format, where the content doesn't tell; 'errata formats' lists them.")
    private String format;

    Source read(Progress progress) throws IOException, CommandFailure {
        if (dataset == null && (labels == null || predictions == null)) {
            throw misuse("name a DATASET, or both --labels and --predictions");
        }
        if (dataset != null && (labels != null || predictions != null)) {
            throw misuse("name either a DATASET or --labels and --predictions, not both");
        }
        if (dataset == null && run != null) {
            throw misuse("--run needs a DATASET; with --labels there is only the file of --predictions");
        }
        if (dataset != null && (images != null || format != null)) {
            throw misuse("--images and --format go with --labels; a DATASET knows them");
        }
        Source source = dataset == null ? FileSource.read(labels, images, predictions, format, progress)
            : DatasetSource.open(dataset, run, progress);
        source.warn(spec.commandLine().getErr());
        return source;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
