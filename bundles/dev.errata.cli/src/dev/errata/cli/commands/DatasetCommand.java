package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.emf.common.command.Command;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.reports.StepText;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.JournalCommand;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.review.HistoryStep;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that works on one dataset. */
abstract class DatasetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path folder;

    @Override
    public final Integer call() throws Exception {
        check();
        try (OpenDataset dataset = OpenDataset.open(folder, ConsoleProgress.get())) {
            work(dataset, spec.commandLine().getOut());
        }
        return 0;
    }

    /** Refuses options that don't go together, before anything is read. */
    void check() {
        // most commands take any combination
    }

    abstract void work(OpenDataset dataset, PrintWriter out) throws Exception;

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * Makes a change and says what it did; when this returns it is on disk.
     *
     * @return what it did
     */
    static List<HistoryStep> executeAndTell(OpenDataset dataset, Command command, PrintWriter out) throws IOException {
        // a teammate's step may have come since the dataset was opened
        dataset.changes().refresh();
        dataset.commandStack().execute(command);
        Optional<JournalEntry> entry = ((JournalCommand) command).entry();
        if (entry.isEmpty()) {
            out.println("Nothing to do: all is as asked already.");
            return List.of();
        }
        StepText texts = new StepText(dataset);
        List<HistoryStep> steps = HistoryStep.of(dataset, entry.get());
        for (HistoryStep step : steps) {
            out.println(texts.sentence(step));
        }
        return steps;
    }

    static List<String> classNames(OpenDataset dataset) {
        return dataset.document().getClasses().stream().map(label -> label.getName()).toList();
    }
}
