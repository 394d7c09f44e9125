package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.Cell;
import dev.errata.cli.options.TaskOption;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives annotations another class. */
@Command(name = "relabel", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Gives annotations another class.")
public final class RelabelCommand extends DatasetCommand {

    @Option(names = "--annotation", paramLabel = "ID", required = true, split = ",",
        description = "Id of an annotation; may be given several times.")
    private List<Long> ids;

    @Option(names = "--class", paramLabel = "NAME", required = true, description = "The class that it is.")
    private String className;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Mixin
    private TaskOption task;

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        int label = dataset.labelOf(className);
        if (label < 0) {
            throw new CommandFailure(Cell.unknown(className, classNames(dataset)));
        }
        List<Annotation> annotations = new ArrayList<>();
        for (long id : ids) {
            annotations.add(task.annotation(dataset, id));
        }
        executeAndTell(dataset, LabelCommands.relabel(task.target(dataset), annotations, dataset.labelClass(label), reason), out);
    }
}
