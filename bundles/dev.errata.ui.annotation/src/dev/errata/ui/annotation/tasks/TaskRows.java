package dev.errata.ui.annotation.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Comment;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;

/** The batches and tasks of a dataset as they were at one moment: what the view shows, read under the dataset's lock. */
final class TaskRows {

    static final TaskRows EMPTY = new TaskRows();

    private final List<Batch> batches = new ArrayList<>();
    private final Map<Batch, List<Task>> tasks = new HashMap<>();
    private final Map<Object, Row> rows = new HashMap<>();
    private int taskCount;

    /**
     * One line of the view.
     *
     * @param state null for a batch
     * @param batch null for a batch
     */
    record Row(String name, TaskState state, String stateText, String by, String changes, String comment, Batch batch) {
    }

    static TaskRows read(OpenDataset dataset, TaskFilter filter) {
        TaskRows result = new TaskRows();
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            for (Batch batch : Review.of(dataset).batches()) {
                result.add(dataset, batch, filter);
            }
        } finally {
            lock.unlock();
        }
        return result;
    }

    private void add(OpenDataset dataset, Batch batch, TaskFilter filter) {
        List<Task> shown = new ArrayList<>();
        int[] counts = new int[TaskState.values().length];
        for (Task task : batch.getTasks()) {
            taskCount++;
            counts[task.getState().ordinal()]++;
            if (filter.shows(task.getState())) {
                shown.add(task);
                rows.put(task, row(dataset, batch, task));
            }
        }
        if (!shown.isEmpty()) {
            batches.add(batch);
            tasks.put(batch, shown);
            String states = NLS.bind(Messages.State_batch, new Object[] {
                counts[TaskState.OPEN.ordinal()] + counts[TaskState.RETURNED.ordinal()],
                counts[TaskState.SUBMITTED.ordinal()], counts[TaskState.ACCEPTED.ordinal()]});
            String none = ""; //$NON-NLS-1$
            rows.put(batch, new Row(text(batch.getName()), null, states, text(batch.getCreatedBy()), none, none, null));
        }
    }

    private static Row row(OpenDataset dataset, Batch batch, Task task) {
        List<Comment> comments = task.getComments();
        Comment last = comments.isEmpty() ? null : comments.get(comments.size() - 1);
        String by = text(task.getSubmittedBy()).isEmpty() ? text(task.getAssignee()) : task.getSubmittedBy();
        return new Row(dataset.fileName(task.getImageIndex()), task.getState(), state(task), by,
            task.getDrafts().isEmpty() ? "" : Integer.toString(task.getDrafts().size()), //$NON-NLS-1$
            last == null ? "" : NLS.bind(Messages.Comment_by, last.getAuthor(), last.getText()), batch); //$NON-NLS-1$
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, ""); //$NON-NLS-1$
    }

    private static String state(Task task) {
        String name = name(task.getState());
        return task.getDisputed() == null ? name : NLS.bind(Messages.State_disputed, name, task.getDisputed());
    }

    private static String name(TaskState state) {
        return switch (state) {
            case OPEN -> Messages.State_open;
            case SUBMITTED -> Messages.State_submitted;
            case ACCEPTED -> Messages.State_accepted;
            case RETURNED -> Messages.State_returned;
        };
    }

    /** Oldest first; only those of which the filter shows something. */
    List<Batch> batches() {
        return batches;
    }

    List<Task> tasks(Batch batch) {
        return tasks.getOrDefault(batch, List.of());
    }

    /** The line of a batch or task; null for one that is not shown. */
    Row row(Object element) {
        return rows.get(element);
    }

    /** Whether the batches and tasks are the same, in the same order; their lines may say something else. */
    boolean hasElementsOf(TaskRows other) {
        return batches.equals(other.batches) && tasks.equals(other.tasks);
    }

    /** The batches and tasks whose lines say something else than before. */
    Object[] changedSince(TaskRows other) {
        return rows.entrySet().stream().filter(entry -> !entry.getValue().equals(other.rows.get(entry.getKey())))
            .map(Map.Entry::getKey).toArray();
    }

    /** How many tasks there are, shown or not. */
    int taskCount() {
        return taskCount;
    }
}
