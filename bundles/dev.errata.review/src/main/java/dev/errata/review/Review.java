package dev.errata.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.Texts;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
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
    private final Map<String, DraftTarget> drafts = new HashMap<>();

    private Review(OpenDataset dataset) {
        this.dataset = dataset;
        this.objects = new ReviewObjects(dataset.imageCount());
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

    public Optional<Task> task(String id) {
        return objects.task(id);
    }

    public Optional<Verdict> verdict(int image, Target target) {
        String run = target.getRun() == null ? "" : target.getRun();
        return objects.verdict(key(new Suspect(image, target.getAnnotation(), run, target.getPrediction())));
    }

    /** All verdicts that count, in no order. */
    public List<Verdict> verdicts() {
        return objects.verdicts();
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

    private static JournalChange addition(String space, Object content) {
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

    /** The annotator is done. */
    public Command submit(Task task) {
        return dataset.command(Messages.submit, "",
            () -> List.of(transition(task, TaskState.SUBMITTED, TaskState.OPEN, TaskState.RETURNED)));
    }

    /**
     * The drafts overwrite the labels; one undo step. Fails if somebody changed a label since the draft of it was made: see
     * {@link #conflicts} and {@link #acceptAnyway}.
     */
    public Command accept(Task task) {
        return accept(task, false);
    }

    /** The drafts overwrite the labels, those too that somebody changed since; a person decided so. */
    public Command acceptAnyway(Task task) {
        return accept(task, true);
    }

    private Command accept(Task task, boolean overwrite) {
        return dataset.command(Messages.accept, "", () -> {
            JournalChange accepted = transition(task, TaskState.ACCEPTED, TaskState.SUBMITTED);
            Proposal proposal = Proposal.of(dataset, task);
            if (!overwrite && !proposal.conflicts().isEmpty()) {
                throw new DatasetException("The task was not accepted: " + describe(proposal.conflicts())
                    + " since the draft was made. Look at them, then accept anyway or return the task.");
            }
            List<JournalChange> changes = new ArrayList<>(proposal.changes());
            changes.add(accepted);
            return changes;
        });
    }

    private String describe(List<DraftConflict> conflicts) {
        return conflicts.stream()
            .map(conflict -> conflict.author()
                + (conflict.field().isEmpty() ? " deleted" : " changed the " + conflict.field() + " of") + " annotation "
                + conflict.annotation() + " in " + dataset.fileName(conflict.image()))
            .distinct()
            .collect(Collectors.joining("; "));
    }

    /** Labels that somebody changed to something else since the task's drafts of them were made. */
    public List<DraftConflict> conflicts(Task task) {
        return Proposal.of(dataset, task).conflicts();
    }

    /** Back to the annotator, with a remark. */
    public Command giveBack(Task task, String comment) {
        return dataset.command(Messages.giveBack, "", () -> {
            List<JournalChange> changes = new ArrayList<>();
            changes.add(transition(task, TaskState.RETURNED, TaskState.SUBMITTED));
            if (!comment.isBlank()) {
                changes.add(remark(task, comment));
            }
            return changes;
        });
    }

    public Command comment(Task task, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a comment needs a text");
        }
        return dataset.command(Messages.comment, "", () -> List.of(remark(task, text)));
    }

    private static JournalChange remark(Task task, String text) {
        return addition(Spaces.comment(UUID.randomUUID().toString()), Map.of("task", task.getId(), "text", text));
    }

    /** Asks the journal, not the object: a teammate's step may not have reached that yet. */
    private JournalChange transition(Task task, TaskState to, TaskState... from) throws DatasetException {
        String space = Spaces.task(task.getId());
        TaskState now = dataset.changes().read(journal -> ReviewObjects.state(journal.items(space, -1).get(-1L)));
        if (!Arrays.asList(from).contains(now)) {
            throw new DatasetException("The task is " + now.getLiteral() + " and cannot become " + to.getLiteral()
                + ": a teammate may have been faster.");
        }
        return JournalChange.of(JournalChange.SET, space, -1, -1, Spaces.STATE, now.getLiteral(), to.getLiteral());
    }

    public Command decide(Collection<Suspect> suspects, VerdictKind kind, String reason) {
        PictureStamps pictures = new PictureStamps(dataset);
        List<JournalChange> changes = new ArrayList<>(suspects.size());
        for (Suspect suspect : suspects) {
            changes.add(JournalChange.of(JournalChange.SET, key(suspect).space(), suspect.image(), suspect.annotation(),
                Spaces.KIND, null, VerdictContent.of(kind, reason, pictures.of(suspect.image()))));
        }
        return dataset.command(Texts.format(VerdictContent.text(kind), suspects.size()), reason, () -> changes);
    }
}
