package dev.errata.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.objects.ImageRecords;
import dev.errata.dataset.state.AnnotationFold;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FoldedJournal.Touched;

/** The labels as they would be if a task were accepted; what is edited here waits for that. */
final class DraftTarget implements LabelTarget {

    /** Annotations added by drafts stand behind those of the dataset. */
    private static final int FIRST_NEW_POSITION = 1 << 30;

    private final OpenDataset dataset;
    private final Task task;
    private final String space;
    private final ImageRecords images;

    DraftTarget(OpenDataset dataset, Task task) {
        this.dataset = dataset;
        this.task = task;
        this.space = Spaces.drafts(task.getId());
        this.images = new ImageRecords(this, this::annotations);
    }

    @Override
    public OpenDataset dataset() {
        return dataset;
    }

    @Override
    public ImageRecord image(int index) {
        return images.get(index);
    }

    private List<AnnotationState> annotations(int image) {
        return dataset.changes().read(journal -> {
            List<AnnotationState> labels = dataset.labels().of(image);
            return task.getState() == TaskState.ACCEPTED
                ? labels
                : AnnotationFold.fold(labels, journal.items(space, image), FIRST_NEW_POSITION);
        });
    }

    @Override
    public Command command(String label, List<Change> changes) {
        List<JournalChange> wanted = Changes.journal(changes, space);
        String reason = changes.stream().map(Change::getReason).filter(text -> text != null && !text.isEmpty()).findFirst()
            .orElse("");
        return dataset.command(label, reason, () -> {
            if (task.getState() == TaskState.ACCEPTED) {
                throw new DatasetException("This task was accepted already. Edit the image itself instead.");
            }
            return wanted;
        });
    }

    /** Brings the objects that somebody holds up to date. */
    void changed(Touched touched) {
        Set<Integer> changed = new TreeSet<>(touched.images(ChangeRules.LABELS));
        changed.addAll(touched.images(space));
        if (touched.images().containsKey(Spaces.task(task.getId()))) {
            changed.add(task.getImageIndex());
        }
        images.changed(changed);
    }
}
