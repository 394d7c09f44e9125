package dev.errata.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.sources.Selection.Selected;
import dev.errata.cli.sources.Selection;
import dev.errata.dataset.OpenDataset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which labels and predictions of a dataset a command is about. */
public final class SelectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--annotation", paramLabel = "ID", split = ",",
        description = "Id of an annotation; may be given several times. With as many of --prediction: the pairs of the two.")
    private List<Long> annotations = List.of();

    @Option(names = "--run", paramLabel = "NAME", description = "The run that holds the predictions (the dataset's first).")
    private String run;

    @Option(names = "--prediction", paramLabel = "INDEX", split = ",",
        description = "Place of a prediction in the results file, from 0; may be given several times.")
    private List<Integer> predictions = List.of();

    @Option(names = "--from", paramLabel = "FILE", description = "Reads them from a JSON array of objects with annotation, "
        + "prediction and run, as 'errata suspects' and 'errata mismatches' print it with --output json; - is standard input.")
    private Path from;

    /** Refuses what names nothing, or in two ways. */
    public void check() {
        boolean named = !annotations.isEmpty() || !predictions.isEmpty();
        if (from == null && !named) {
            throw misuse("name --annotation, --prediction or --from");
        }
        if (from != null && named) {
            throw misuse("name either --from or --annotation and --prediction, not both");
        }
        if (!annotations.isEmpty() && !predictions.isEmpty() && annotations.size() != predictions.size()) {
            throw misuse("--annotation with --prediction names pairs: give as many of the one as of the other, not "
                + annotations.size() + " and " + predictions.size());
        }
        if (run != null && from == null && predictions.isEmpty()) {
            throw misuse("--run goes with --prediction or --from");
        }
    }

    /** Whether a file names what is selected. */
    public boolean ofFile() {
        return from != null;
    }

    /** What is selected, found in a dataset. */
    public List<Selected> in(OpenDataset dataset) throws IOException, CommandFailure {
        Selection selection = from == null ? Selection.of(annotations, predictions) : Selection.read(from);
        return selection.in(dataset, run);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
