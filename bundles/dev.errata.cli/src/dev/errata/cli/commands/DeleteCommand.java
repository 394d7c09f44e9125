package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.TaskOption;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes annotations. */
@Command(name = "delete", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Removes annotations; 'errata undo' brings them back.")
public final class DeleteCommand extends DatasetCommand {

    @Option(names = "--annotation", paramLabel = "ID", required = true, split = ",",
        description = "Id of an annotation; may be given several times.")
    private List<Long> ids;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Mixin
    private TaskOption task;

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        List<Annotation> annotations = new ArrayList<>();
        for (long id : ids) {
            annotations.add(task.annotation(dataset, id));
        }
        executeAndTell(dataset, LabelCommands.delete(task.target(dataset), annotations, reason), out);
    }
}
