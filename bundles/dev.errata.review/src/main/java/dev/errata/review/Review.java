package dev.errata.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.model.VerdictKind;

/**
 * Batches, tasks and verdicts of a dataset, folded from the journals. What changes them is a command for
 * {@link OpenDataset#commandStack}; the dataset's listeners hear of it.
 */
public final class Review {

    private Review() {
    }

    public static Review of(OpenDataset dataset) {
        return dataset.attachment(Review.class, opened -> new Review());
    }

    /** Oldest first. */
    public List<Batch> batches() {
        throw new IllegalStateException();
    }

    public Optional<Task> task(String id) {
        throw new IllegalStateException();
    }

    public Optional<Verdict> verdict(int image, Target target) {
        throw new IllegalStateException();
    }

    /**
     * Sends objects to annotation: one task per image.
     *
     * @param name shown to the annotators; made up from the content where it is empty
     */
    public Command send(String name, Collection<Suspect> suspects) {
        throw new IllegalStateException();
    }

    /**
     * Something that is to be looked at.
     *
     * @param image index of the image
     * @param annotation id of the annotation, or -1
     * @param run name of the run, or an empty text
     * @param prediction position in the results file, or -1
     */
    public record Suspect(int image, long annotation, String run, int prediction) {
    }

    /** Where edits of a task go: its drafts. They change the dataset when the task is accepted. */
    public LabelTarget drafts(Task task) {
        throw new IllegalStateException();
    }

    /** The annotator is done. */
    public Command submit(Task task) {
        throw new IllegalStateException();
    }

    /** The drafts overwrite the labels; one undo step. */
    public Command accept(Task task) {
        throw new IllegalStateException();
    }

    /** Back to the annotator, with a remark. */
    public Command giveBack(Task task, String comment) {
        throw new IllegalStateException();
    }

    public Command comment(Task task, String text) {
        throw new IllegalStateException();
    }

    public Command decide(Collection<Suspect> suspects, VerdictKind kind, String reason) {
        throw new IllegalStateException();
    }
}
