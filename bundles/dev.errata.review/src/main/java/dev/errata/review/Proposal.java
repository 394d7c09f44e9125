package dev.errata.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.ItemState;

/**
 * What the drafts of a task come to, as changes of labels.
 *
 * @param changes in an order that makes sense
 * @param conflicts fields of labels that somebody changed to something else since the draft was made
 * @param authors of the drafts
 * @param rest whether what labels once were is left out: it was accepted already
 */
record Proposal(List<JournalChange> changes, List<DraftConflict> conflicts, Set<String> authors, boolean rest) {

    /** What to do to accept a task; of one that was accepted only the drafts that came meanwhile. */
    static Proposal of(OpenDataset dataset, Task task) {
        return dataset.changes().read(journal -> of(journal, task.getId(),
            TaskFold.isAccepted(TaskFold.states(journal, task.getId()))));
    }

    /** What was drafted while somebody accepted a task. */
    static Proposal left(FoldedJournal journal, String taskId) {
        return of(journal, taskId, true);
    }

    private static Proposal of(FoldedJournal journal, String taskId, boolean rest) {
        Proposal proposal = new Proposal(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), rest);
        journal.space(Spaces.drafts(taskId)).forEach((image, items) -> items.forEach((annotation, draft) -> {
            ItemState label = journal.items(ChangeRules.LABELS, image).get(annotation);
            proposal.add(image, annotation, draft, label == null ? new ItemState() : label);
        }));
        return proposal;
    }

    private void propose(JournalChange change, FieldHistory draft, ItemState label) {
        if (!isDone(change, label)) {
            changes.add(change);
            authors.add(draft.latest().entry().author());
        }
    }

    /** Whether an earlier acceptance did so; somebody may have changed the label again since. */
    private boolean isDone(JournalChange change, ItemState label) {
        FieldHistory history = label.field(change.field());
        return rest && history != null && history.wasMade(change);
    }

    private void add(int image, long annotation, ItemState draft, ItemState label) {
        boolean added = draft.addition().isPresent();
        FieldHistory existence = draft.field(JournalChange.EXISTENCE);
        if (added) {
            if (draft.exists(false)) {
                propose(draft.addition().get().change().in(ChangeRules.LABELS), existence, label);
                sets(image, annotation, draft, label);
            }
        } else if (existence != null && !draft.exists(true)) {
            delete(image, annotation, existence, label);
        } else if (label.exists(true)) {
            sets(image, annotation, draft, label);
        } else if (!rest && draft.fields().values().stream().anyMatch(FieldHistory::modified)) {
            conflicts.add(new DraftConflict(image, annotation, JournalChange.EXISTENCE,
                label.field(JournalChange.EXISTENCE).latest().entry().author()));
        }
    }

    /** A deletion meets a label that somebody changed after the draft was made. */
    private void delete(int image, long annotation, FieldHistory existence, ItemState label) {
        JournalChange deletion = existence.latest().change();
        if (label.exists(true)) {
            label.fields().forEach((field, history) -> {
                if (!field.equals(JournalChange.EXISTENCE)
                    && history.latest().entry().compareTo(existence.latest().entry()) > 0) {
                    conflicts.add(new DraftConflict(image, annotation, field, history.latest().entry().author()));
                }
            });
            propose(deletion.in(ChangeRules.LABELS), existence, label);
        }
    }

    private void sets(int image, long annotation, ItemState draft, ItemState label) {
        draft.fields().forEach((field, history) -> {
            if (field.equals(JournalChange.EXISTENCE) || !history.modified()) {
                return;
            }
            JournalChange change = JournalChange.of(JournalChange.SET, ChangeRules.LABELS, image, annotation, field,
                history.sourceValue(), history.value());
            FieldHistory now = label.field(field);
            if (now != null && !isDone(change, label) && !Objects.equals(now.value(), history.sourceValue())
                && !Objects.equals(now.value(), history.value())) {
                conflicts.add(new DraftConflict(image, annotation, field, now.latest().entry().author()));
            }
            propose(change, history, label);
        });
    }
}
