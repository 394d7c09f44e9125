package dev.errata.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.Texts;
import dev.errata.dataset.changes.ChangeMaker;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;

/**
 * The steps that tasks take: all of those that a command is about, or none, as one undo step. A comment that is not blank is kept
 * with each.
 */
final class TaskSteps {

    private final OpenDataset dataset;

    TaskSteps(OpenDataset dataset) {
        this.dataset = dataset;
    }

    Command submit(Collection<Task> tasks, String comment) {
        return command(Messages.submit, tasks, () -> {
            List<JournalChange> changes = new ArrayList<>();
            for (Task task : tasks) {
                changes.add(transition(task, TaskState.SUBMITTED, TaskState.OPEN, TaskState.RETURNED));
            }
            return with(changes, tasks, comment);
        });
    }

    /** @param overwrite whether labels are overwritten too that somebody changed since the drafts of them were made */
    Command accept(Collection<Task> tasks, boolean overwrite, String comment) {
        return command(Messages.accept, tasks, () -> {
            List<JournalChange> changes = new ArrayList<>();
            List<Proposal> proposals = new ArrayList<>();
            for (Task task : tasks) {
                JournalChange accepted = transition(task, TaskState.ACCEPTED, TaskState.SUBMITTED);
                Proposal proposal = Proposal.of(dataset, task);
                if (!overwrite && !proposal.conflicts().isEmpty()) {
                    throw new DatasetException("The task was not accepted: " + String.join("; ", told(proposal.conflicts()))
                        + " since the draft was made. Look at them, then accept anyway or return the task.");
                }
                proposals.add(proposal);
                changes.addAll(proposal.changes());
                changes.add(accepted);
            }
            refuseRivals(proposals);
            return with(changes, tasks, comment);
        });
    }

    /** Accepted one after the other, the second of two tasks that propose something for the same label would be in conflict. */
    private void refuseRivals(List<Proposal> proposals) throws DatasetException {
        Set<List<Object>> proposed = new HashSet<>();
        for (Proposal proposal : proposals) {
            Set<List<Object>> own = new HashSet<>();
            for (JournalChange change : proposal.changes()) {
                List<Object> label = List.of(change.image(), change.annotation());
                if (own.add(label) && !proposed.add(label)) {
                    throw new DatasetException("The tasks were not accepted: two of them propose something for annotation "
                        + change.annotation() + " in " + dataset.fileName(change.image()) + ". Accept them one after the other.");
                }
            }
        }
    }

    List<String> conflicts(Collection<Task> tasks) {
        return told(tasks.stream().flatMap(task -> Proposal.of(dataset, task).conflicts().stream()).toList());
    }

    private List<String> told(List<DraftConflict> conflicts) {
        return conflicts.stream().map(conflict -> conflict.told() + " in " + dataset.fileName(conflict.image())).distinct()
            .toList();
    }

    Command giveBack(Collection<Task> tasks, String comment) {
        return command(Messages.giveBack, tasks, () -> {
            List<JournalChange> changes = new ArrayList<>();
            for (Task task : tasks) {
                changes.add(transition(task, TaskState.RETURNED, TaskState.SUBMITTED));
            }
            return with(changes, tasks, comment);
        });
    }

    Command comment(Collection<Task> tasks, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a comment needs a text");
        }
        return command(Messages.comment, tasks, () -> with(new ArrayList<>(), tasks, text));
    }

    private Command command(String label, Collection<Task> tasks, ChangeMaker maker) {
        return dataset.command(Texts.format(label, tasks.size()), "", maker);
    }

    private static List<JournalChange> with(List<JournalChange> changes, Collection<Task> tasks, String comment) {
        if (!comment.isBlank()) {
            tasks.forEach(task -> changes.add(Review.addition(Spaces.comment(UUID.randomUUID().toString()),
                Map.of("task", task.getId(), "text", comment))));
        }
        return changes;
    }

    /** Asks the journal, not the object: a teammate's step may not have reached that yet. */
    private JournalChange transition(Task task, TaskState to, TaskState... from) throws DatasetException {
        String space = Spaces.task(task.getId());
        TaskState now = dataset.changes().read(journal -> TaskFold.of(journal, task.getId()).state());
        if (!Arrays.asList(from).contains(now)) {
            throw new DatasetException("The task of " + dataset.fileName(task.getImageIndex()) + " is " + now.getLiteral()
                + " and cannot become " + to.getLiteral() + ": a teammate may have been faster.");
        }
        return JournalChange.of(JournalChange.SET, space, -1, -1, Spaces.STATE, now.getLiteral(), to.getLiteral());
    }
}
