package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

import dev.errata.cli.console.Version;
import dev.errata.cli.options.ListOptions;
import dev.errata.cli.options.TaskStateNames;
import dev.errata.cli.reports.TaskReport;
import dev.errata.cli.sources.Tasks;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists tasks. */
@Command(name = "tasks", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists what was sent to annotation, task by task, the oldest first: where each stands, who took its last step, "
        + "what is drafted in it, and what stands in the way of accepting it.")
public final class TasksCommand extends DatasetCommand {

    @Option(names = "--state", paramLabel = "STATE", split = ",", completionCandidates = TaskStateNames.class,
        converter = TaskStateNames.class,
        description = "Only those that are ${COMPLETION-CANDIDATES}; may be given several times.")
    private List<TaskState> states = List.of();

    @Mixin
    private ListOptions list;

    @Override
    void check() {
        list.check();
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws IOException {
        List<Task> tasks = Tasks.of(dataset).stream()
            .filter(task -> states.isEmpty() || states.contains(task.getState())).toList();
        TaskReport report = new TaskReport(dataset);
        if (list.json()) {
            report.json(list.cut(tasks), out);
        } else if (tasks.isEmpty()) {
            out.println(states.isEmpty() ? "No tasks." : "No such tasks.");
        } else {
            report.table(list.cut(tasks), out);
            list.rest(tasks, out);
        }
    }
}
