package dev.errata.review;

import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/** Tasks that people took further at the same time, as problems of the dataset: somebody has to decide. */
public final class DisputedTasks {

    private static final String CODE = "review.task";

    private DisputedTasks() {
    }

    /** @return one for each task; its record is the task's id */
    public static List<Issue> check(OpenDataset dataset, Progress progress) {
        List<Issue> issues = new ArrayList<>();
        for (Batch batch : Review.of(dataset).batches()) {
            batch.getTasks().stream().filter(task -> task.getDisputed() != null).map(task -> issue(dataset, task))
                .forEach(issues::add);
        }
        return issues;
    }

    private static Issue issue(OpenDataset dataset, Task task) {
        return new Issue(CODE, Severity.WARNING, dataset.folder().resolve(FileJournal.FOLDER).toString(), 0, 0, task.getId(), "",
            "The task of " + dataset.fileName(task.getImageIndex()) + " is to be reviewed again, " + task.getDisputed()
                + ". Nothing was lost: look at it, then accept or return it.");
    }

    /** Whether {@link #check} found an issue. */
    public static boolean isAbout(Issue issue) {
        return issue.code().equals(CODE);
    }
}
