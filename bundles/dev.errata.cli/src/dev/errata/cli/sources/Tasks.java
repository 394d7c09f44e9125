package dev.errata.cli.sources;

import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Task;
import dev.errata.review.Review;

/** Finds the tasks of a dataset. */
public final class Tasks {

    private Tasks() {
    }

    /** All of them, batch by batch, the oldest first. */
    public static List<Task> of(OpenDataset dataset) {
        return Review.of(dataset).batches().stream().flatMap(batch -> batch.getTasks().stream()).toList();
    }

    /**
     * The one task whose id is, or begins with, a text.
     *
     * @throws CommandFailure where there is none, or more than one
     */
    public static Task named(OpenDataset dataset, String id) throws CommandFailure {
        List<Task> meant = of(dataset).stream().filter(task -> !id.isEmpty() && task.getId().startsWith(id)).toList();
        List<Task> exact = meant.stream().filter(task -> task.getId().equals(id)).toList();
        if (exact.size() == 1 || meant.size() == 1) {
            return exact.isEmpty() ? meant.get(0) : exact.get(0);
        }
        if (meant.isEmpty()) {
            throw new CommandFailure("there is no task " + Texts.shown(id) + " in " + dataset.folder()
                + "; 'errata tasks' lists tasks with their ids");
        }
        throw new CommandFailure("the ids of " + Texts.count(meant.size(), "task") + " begin with " + Texts.shown(id)
            + "; give more of it, 'errata tasks --output json' has them whole");
    }
}
