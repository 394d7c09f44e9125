package dev.errata.cli.options;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.reports.StepText;
import dev.errata.cli.sources.Tasks;
import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Task;
import dev.errata.review.Review;
import picocli.CommandLine.Option;

/** Where a change of labels goes: to the dataset, or to the drafts of a task. */
public final class TaskOption {

    @Option(names = "--task", paramLabel = "ID", description = "Drafts the change in this task, as an annotator does: it reaches "
        + "the labels when the task is accepted. The beginning of its id is enough.")
    private String id;

    /** The dataset itself where no task is named. */
    public LabelTarget target(OpenDataset dataset) throws CommandFailure {
        return id == null ? dataset : Review.of(dataset).drafts(Tasks.named(dataset, id));
    }

    /** A label as the target sees it. */
    public Annotation annotation(OpenDataset dataset, long annotation) throws CommandFailure {
        if (id == null) {
            return dataset.annotation(annotation).orElseThrow(() -> new CommandFailure("there is no annotation " + annotation
                + " in " + dataset.folder() + "; 'errata mismatches' lists annotations with their ids"));
        }
        Task task = Tasks.named(dataset, id);
        return target(dataset).annotation(task.getImageIndex(), annotation).orElseThrow(() -> new CommandFailure(
            "there is no annotation " + annotation + " in " + imageOf(dataset, task)));
    }

    /** An image as the target sees it; a task sees its own only. */
    public ImageRecord image(OpenDataset dataset, int index) throws CommandFailure {
        if (id != null) {
            Task task = Tasks.named(dataset, id);
            if (task.getImageIndex() != index) {
                throw new CommandFailure("this is in " + dataset.fileName(index) + ", not in " + imageOf(dataset, task));
            }
        }
        return target(dataset).image(index);
    }

    private static String imageOf(OpenDataset dataset, Task task) {
        return dataset.fileName(task.getImageIndex()) + ", the image of task " + StepText.shortId(task.getId());
    }
}
