package dev.errata.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.Texts;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.state.FoldedJournal.Touched;
import dev.errata.review.ReviewObjects.VerdictKey;

/**
 * Batches, tasks and verdicts of a dataset, folded from the journals. What changes them is a command for
 * {@link OpenDataset#commandStack}; the dataset's listeners hear of it. A command that is not possible any more when it is
 * executed, because a teammate was faster, fails and changes nothing.
 */
public final class Review {

    private final OpenDataset dataset;
    private final ReviewObjects objects;
    private final TaskSteps steps;
    private final Map<String, DraftTarget> drafts = new HashMap<>();

    private Review(OpenDataset dataset) {
        this.dataset = dataset;
        this.objects = new ReviewObjects(dataset.imageCount());
        this.steps = new TaskSteps(dataset);
    }

    public static Review of(OpenDataset dataset) {
        return dataset.attachment(Review.class, Review::begin);
    }

    private static Review begin(OpenDataset dataset) {
        Review review = new Review(dataset);
        dataset.changes().addFoldListener(review::changed);
        dataset.changes().read(journal -> {
            Map<String, Set<Integer>> everything = new LinkedHashMap<>();
            journal.spaces().forEach(space -> everything.put(space, journal.space(space).keySet()));
            review.objects.update(journal, everything);
            return null;
        });
        return review;
    }

    private void changed(Touched touched) {
        dataset.changes().read(journal -> {
            objects.update(journal, touched.images());
            return null;
        });
        List<DraftTarget> targets;
        synchronized (drafts) {
            targets = List.copyOf(drafts.values());
        }
        targets.forEach(target -> target.changed(touched));
    }

    /** Oldest first. */
    public List<Batch> batches() {
        return objects.batches();
    }

    /** A batch that was not taken back. */
    public Optional<Batch> batch(String id) {
        return objects.batch(id);
    }

    /** A task of a batch that was not taken back. */
    public Optional<Task> task(String id) {
        return objects.task(id);
    }

    /** Whether one of the images has ever been sent: its labels may tell how a task stands. */
    public boolean hasTasks(Collection<Integer> images) {
        return objects.hasTasks(images);
    }

    /** The image of a task, of one too whose batch was taken back; -1 for none that is known. */
    int imageOf(String taskId) {
        return objects.imageOf(taskId);
    }

    public Optional<Verdict> verdict(int image, Target target) {
        String run = target.getRun() == null ? "" : target.getRun();
        return objects.verdict(key(new Suspect(image, target.getAnnotation(), run, target.getPrediction())));
    }

    /** All verdicts that count, in no order. */
    public List<Verdict> verdicts() {
        return objects.verdicts();
    }

    /** Those about labels and predictions of one image, in no order. */
    List<Verdict> verdicts(int image) {
        return objects.verdicts(image);
    }

    private static VerdictKey key(Suspect suspect) {
        return new VerdictKey(Spaces.verdict(suspect.prediction(), suspect.run()), suspect.image(), suspect.annotation());
    }

    /**
     * Sends objects to annotation: one task per image.
     *
     * @param name shown to the annotators; made up from the content where it is empty
     */
    public Command send(String name, Collection<Suspect> suspects) {
        if (suspects.isEmpty()) {
            throw new IllegalArgumentException("nothing to send to annotation");
        }
        List<Suspect> sent = List.copyOf(suspects);
        String batchName = name.isBlank() ? BatchName.of(dataset, sent) : name;
        return dataset.command(Texts.format(Messages.send, sent.size()), "", () -> List.of(addition(
            Spaces.batch(UUID.randomUUID().toString()), BatchContent.of(batchName, sent, new PictureStamps(dataset)))));
    }

    static JournalChange addition(String space, Object content) {
        return JournalChange.of(JournalChange.ADD, space, -1, -1, JournalChange.EXISTENCE, null, content);
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
        synchronized (drafts) {
            return drafts.computeIfAbsent(task.getId(), id -> new DraftTarget(dataset, task));
        }
    }

    /**
     * The annotator is done with all of some tasks; one undo step.
     *
     * @param comment kept with each of them; may be blank
     */
    public Command submit(Collection<Task> tasks, String comment) {
        return steps.submit(tasks, comment);
    }

    /**
     * The drafts of all of some tasks overwrite the labels; one undo step. Fails where two of them propose something for the same
     * label, and where somebody changed one since the draft of it was made: see {@link #conflicts}.
     *
     * @param anyway whether they overwrite those labels too that somebody changed since; a person decided so
     * @param comment kept with each of them; may be blank
     */
    public Command accept(Collection<Task> tasks, boolean anyway, String comment) {
        return steps.accept(tasks, anyway, comment);
    }

    /** Labels that somebody changed to something else since the task's drafts of them were made. */
    public List<DraftConflict> conflicts(Task task) {
        return Proposal.of(dataset, task).conflicts();
    }

    /** The same of several tasks, told one by one: who changed what. */
    public List<String> conflictsTold(Collection<Task> tasks) {
        return steps.conflicts(tasks);
    }

    /** All of some tasks go back to the annotator, each with the same remark, which may be blank; one undo step. */
    public Command giveBack(Collection<Task> tasks, String comment) {
        return steps.giveBack(tasks, comment);
    }

    public Command comment(Task task, String text) {
        return comment(List.of(task), text);
    }

    /** The same remark on each of some tasks; one undo step. */
    public Command comment(Collection<Task> tasks, String text) {
        return steps.comment(tasks, text);
    }

    /** A decision about objects; changes no label. */
    public Command decide(Collection<Suspect> suspects, VerdictKind kind, String reason) {
        Map<Suspect, VerdictKind> decided = new LinkedHashMap<>();
        suspects.forEach(suspect -> decided.put(suspect, kind));
        return decide(decided, Texts.format(VerdictContent.text(kind), suspects.size()), reason);
    }

    /** Decisions about objects, each its own; one undo step. */
    public Command decide(Map<Suspect, VerdictKind> decided, String reason) {
        Set<VerdictKind> kinds = Set.copyOf(decided.values());
        return decide(decided, Texts.format(kinds.size() == 1 ? VerdictContent.text(kinds.iterator().next()) : Messages.verdicts,
            decided.size()), reason);
    }

    private Command decide(Map<Suspect, VerdictKind> decided, String label, String reason) {
        PictureStamps pictures = new PictureStamps(dataset);
        List<JournalChange> changes = new ArrayList<>(decided.size());
        decided.forEach((suspect, kind) -> changes.add(JournalChange.of(JournalChange.SET, key(suspect).space(),
            suspect.image(), suspect.annotation(), Spaces.KIND, null,
            VerdictContent.of(kind, reason, pictures.of(suspect.image())))));
        return dataset.command(label, reason, () -> changes);
    }
}
