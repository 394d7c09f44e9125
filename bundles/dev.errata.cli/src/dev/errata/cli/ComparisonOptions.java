package dev.errata.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is compared: a run of a dataset, or two files without any dataset. */
final class ComparisonOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path dataset;

    @Option(names = "--run", paramLabel = "NAME", description = "The dataset's run that is compared (its first).")
    private String run;

    @Option(names = "--labels", paramLabel = "FILE", description = "Ground-truth labels, instead of a dataset.")
    private Path labels;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Predictions on the images of these labels.")
    private Path predictions;

    @Mixin
    private ThresholdOptions thresholds;

    Comparison compare(Progress progress) throws IOException {
        check();
        return dataset == null ? files(progress) : dataset(progress);
    }

    private void check() {
        if (dataset == null && (labels == null || predictions == null)) {
            throw misuse("name a DATASET, or both --labels and --predictions");
        }
        if (dataset != null && (labels != null || predictions != null)) {
            throw misuse("name either a DATASET or --labels and --predictions, not both");
        }
        if (dataset == null && run != null) {
            throw misuse("--run needs a DATASET; with --labels there is only the file of --predictions");
        }
        thresholds.or(Thresholds.DEFAULT);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Comparison files(Progress progress) throws IOException {
        long start = System.nanoTime();
        LabelledFiles files = LabelledFiles.read(labels, predictions, progress);
        files.warn(spec.commandLine().getErr());
        long read = System.nanoTime();
        Evaluation evaluation = Evaluation.of(files.truth().annotations(), files.predictions().columns(),
            files.classNames().size(), thresholds.or(Thresholds.DEFAULT), progress);
        long matched = System.nanoTime();
        return new Comparison(files.classNames(), image -> files.truth().images().get(image).fileName(),
            files.truth().annotations(), files.predictions().columns(), evaluation, milliseconds(start, read),
            milliseconds(read, matched));
    }

    // the dataset stays open until the program ends: the comparison reads from it
    private Comparison dataset(Progress progress) throws DatasetException {
        long start = System.nanoTime();
        OpenDataset open = OpenDataset.open(dataset, progress);
        Run chosen = open.run(run);
        var columns = open.predictions(chosen);
        long read = System.nanoTime();
        Thresholds wanted = thresholds.or(open.thresholds());
        if (!wanted.equals(open.thresholds())) {
            open.setThresholds(wanted, progress);
        }
        Evaluation evaluation = open.evaluation(chosen, progress);
        long matched = System.nanoTime();
        var names = open.document().getClasses().stream().map(label -> label.getName()).toList();
        return new Comparison(names, open::fileName, open.annotations(), columns, evaluation, milliseconds(start, read),
            milliseconds(read, matched));
    }

    private static long milliseconds(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
