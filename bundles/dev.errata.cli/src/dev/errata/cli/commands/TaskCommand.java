package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.Version;
import dev.errata.cli.reports.TaskReport;
import dev.errata.cli.sources.Tasks;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Task;
import dev.errata.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows tasks, or takes them a step further. */
@Command(name = "task", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Shows tasks, or takes them a step further: all that are named, or none. A step is one change, which 'errata "
        + "undo' takes back.",
    footer = {"", "'errata relabel', 'delete' and 'accept' draft changes in a task with --task."})
public final class TaskCommand extends DatasetCommand {

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", split = ",",
        description = "Ids of tasks, as 'errata tasks' lists them; the beginning of an id is enough.")
    private List<String> ids;

    @Option(names = "--submit", description = "The annotator is done: to review.")
    private boolean submit;

    @Option(names = "--accept", description = "The drafts overwrite the labels. Fails where somebody changed such a label since.")
    private boolean accept;

    @Option(names = "--anyway", description = "With --accept: overwrites those labels, too.")
    private boolean anyway;

    @Option(names = "--return", description = "Back to the annotator.")
    private boolean giveBack;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Kept with each task; alone it is no step.")
    private String comment;

    @Option(names = "--output", paramLabel = "text|json", description = "How to show them where no step is taken (text).")
    private Output output;

    @Override
    void check() {
        long steps = Stream.of(submit, accept, giveBack).filter(asked -> asked).count();
        if (steps > 1) {
            throw misuse("--submit, --accept and --return are one step each: name one");
        }
        if (anyway && !accept) {
            throw misuse("--anyway goes with --accept");
        }
        if (comment != null && comment.isBlank()) {
            throw misuse("--comment needs a text");
        }
        if (output == Output.csv) {
            throw misuse("--output is text or json");
        }
        if (output != null && (steps > 0 || comment != null)) {
            throw misuse("--output goes with showing tasks, not with a step or a comment");
        }
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        List<Task> tasks = new ArrayList<>();
        for (String id : ids) {
            Task task = Tasks.named(dataset, id);
            if (!tasks.contains(task)) {
                tasks.add(task);
            }
        }
        Review review = Review.of(dataset);
        String said = comment == null ? "" : comment;
        if (submit) {
            executeAndTell(dataset, review.submit(tasks, said), out);
        } else if (accept) {
            executeAndTell(dataset, review.accept(tasks, anyway, said), out);
        } else if (giveBack) {
            executeAndTell(dataset, review.giveBack(tasks, said), out);
        } else if (comment != null) {
            executeAndTell(dataset, review.comment(tasks, said), out);
        } else {
            show(dataset, tasks, out);
        }
    }

    private void show(OpenDataset dataset, List<Task> tasks, PrintWriter out) throws IOException {
        TaskReport report = new TaskReport(dataset);
        if (output == Output.json) {
            report.json(tasks, out);
        } else {
            for (Task task : tasks) {
                report.whole(task, out);
            }
        }
    }
}
