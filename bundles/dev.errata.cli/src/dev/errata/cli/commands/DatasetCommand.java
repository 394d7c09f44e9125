package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.emf.common.command.Command;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.reports.ChangeText;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.JournalCommand;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Change;
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
     * Makes a change; when this returns it is on disk.
     *
     * @return the changes; none where all was as asked already
     */
    static List<Change> execute(OpenDataset dataset, Command command) {
        dataset.commandStack().execute(command);
        Optional<JournalEntry> entry = ((JournalCommand) command).entry();
        return entry.map(made -> dataset.changes().history().stream()
            .filter(change -> made.id().equals(change.getGroup())).toList()).orElse(List.of());
    }

    /** Makes a change and says what it did. */
    static void executeAndTell(OpenDataset dataset, Command command, PrintWriter out) throws IOException {
        List<Change> changes = execute(dataset, command);
        if (changes.isEmpty()) {
            out.println("Nothing to do: the labels are as asked already.");
        }
        ChangeText texts = new ChangeText(dataset);
        for (Change change : changes) {
            out.println(texts.sentence(change));
        }
    }

    static Annotation annotation(OpenDataset dataset, long id) throws CommandFailure {
        return dataset.annotation(id).orElseThrow(() -> new CommandFailure("there is no annotation " + id + " in "
            + dataset.folder() + "; 'errata mismatches' lists annotations with their ids"));
    }

    static List<String> classNames(OpenDataset dataset) {
        return dataset.document().getClasses().stream().map(label -> label.getName()).toList();
    }
}
