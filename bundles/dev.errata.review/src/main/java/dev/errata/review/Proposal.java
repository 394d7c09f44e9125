package dev.errata.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.ItemState;

/**
 * What the drafts of a task come to, as changes of labels.
 *
 * @param changes in an order that makes sense
 * @param conflicts fields of labels that somebody changed to something else since the draft was made
 */
record Proposal(List<JournalChange> changes, List<DraftConflict> conflicts) {

    static Proposal of(OpenDataset dataset, Task task) {
        return dataset.changes().read(journal -> {
            Proposal proposal = new Proposal(new ArrayList<>(), new ArrayList<>());
            journal.space(Spaces.drafts(task.getId())).forEach((image, items) -> items.forEach((annotation, draft) -> {
                ItemState label = journal.items(ChangeRules.LABELS, image).get(annotation);
                proposal.add(image, annotation, draft, label == null ? new ItemState() : label);
            }));
            return proposal;
        });
    }

    private void add(int image, long annotation, ItemState draft, ItemState label) {
        boolean added = draft.addition().isPresent();
        FieldHistory existence = draft.field(JournalChange.EXISTENCE);
        if (added) {
            if (draft.exists(false)) {
                changes.add(draft.addition().get().change().in(ChangeRules.LABELS));
                sets(image, annotation, draft, label);
            }
        } else if (existence != null && !draft.exists(true)) {
            delete(image, annotation, existence, label);
        } else if (label.exists(true)) {
            sets(image, annotation, draft, label);
        } else if (draft.fields().values().stream().anyMatch(FieldHistory::modified)) {
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
            changes.add(deletion.in(ChangeRules.LABELS));
        }
    }

    private void sets(int image, long annotation, ItemState draft, ItemState label) {
        draft.fields().forEach((field, history) -> {
            if (field.equals(JournalChange.EXISTENCE) || !history.modified()) {
                return;
            }
            FieldHistory now = label.field(field);
            if (now != null && !Objects.equals(now.value(), history.sourceValue())
                && !Objects.equals(now.value(), history.value())) {
                conflicts.add(new DraftConflict(image, annotation, field, now.latest().entry().author()));
            }
            changes.add(JournalChange.of(JournalChange.SET, ChangeRules.LABELS, image, annotation, field,
                history.sourceValue(), history.value()));
        });
    }
}
