package dev.errata.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.PlacedChange;

/**
 * One change that somebody made: of a label, or of anything else that a review keeps.
 *
 * @param kind what was changed
 * @param change who, when, why and what; its values are those of the journal
 * @param image index of the image that it is about, or -1
 * @param target the objects that a verdict is about, or the label that was changed; empty otherwise
 * @param batch id of the batch that was sent, or an empty text
 * @param task id of the task that it is about, or an empty text
 * @param oldText the verdict, state, comment or name before; null where there was none, and for changes of labels and drafts
 * @param newText the same now
 * @param rivals who changed the same before, without the author of this step knowing of it
 */
public record HistoryStep(Kind kind, Change change, int image, Optional<Target> target, String batch, String task,
    String oldText, String newText, List<String> rivals) {

    /** What is changed. */
    public enum Kind {
        LABEL, DRAFT, VERDICT, BATCH, TASK, COMMENT
    }

    /** All changes that make sense, in the order in which they count, oldest first. */
    public static List<HistoryStep> of(OpenDataset dataset) {
        Review review = Review.of(dataset);
        return dataset.changes().read(journal -> of(dataset, review, journal, journal.entries()));
    }

    /** The changes of one command. */
    public static List<HistoryStep> of(OpenDataset dataset, JournalEntry entry) {
        Review review = Review.of(dataset);
        return dataset.changes().read(journal -> of(dataset, review, journal, List.of(entry)));
    }

    private static List<HistoryStep> of(OpenDataset dataset, Review review, FoldedJournal journal,
        Collection<JournalEntry> entries) {
        ChangeRules rules = new ChangeRules(dataset.imageCount(), dataset.document().getClasses().size());
        List<HistoryStep> steps = new ArrayList<>();
        for (JournalEntry entry : entries) {
            for (int i = 0; i < entry.changes().size(); i++) {
                PlacedChange placed = new PlacedChange(entry, i);
                if (rules.problem(placed.change()) == null) {
                    step(dataset.imageCount(), review, placed, rivals(journal, placed)).ifPresent(steps::add);
                }
            }
        }
        return steps;
    }

    private static List<String> rivals(FoldedJournal journal, PlacedChange placed) {
        return journal.history(placed.change()).rivals(placed).stream().map(rival -> rival.entry().author()).distinct().toList();
    }

    /** Empty for what another program keeps in the journal. */
    private static Optional<HistoryStep> step(int imageCount, Review review, PlacedChange placed, List<String> rivals) {
        JournalChange made = placed.change();
        Change change = Changes.object(placed);
        String space = made.space();
        if (space.equals(ChangeRules.LABELS) || space.startsWith(ChangeRules.DRAFTS)) {
            boolean draft = !space.equals(ChangeRules.LABELS);
            return Optional.of(new HistoryStep(draft ? Kind.DRAFT : Kind.LABEL, change, made.image(),
                Optional.of(VerdictContent.target(made.annotation(), "", -1)), "",
                draft ? space.substring(ChangeRules.DRAFTS.length()) : "", null, null, rivals));
        }
        if (space.startsWith(Spaces.VERDICT) && made.field().equals(Spaces.KIND)) {
            return made.image() < 0 || made.image() >= imageCount ? Optional.empty()
                : VerdictContent.target(space, made.annotation()).map(target -> new HistoryStep(Kind.VERDICT, change,
                    made.image(), Optional.of(target), "", "", text(made.oldValue(), "kind"), text(made.newValue(), "kind"),
                    rivals));
        }
        if (space.startsWith(Spaces.BATCH)) {
            return Optional.of(new HistoryStep(Kind.BATCH, change, -1, Optional.empty(), space.substring(Spaces.BATCH.length()),
                "", text(made.oldValue(), "name"), text(made.newValue(), "name"), rivals));
        }
        if (space.startsWith(Spaces.TASK) && made.field().equals(Spaces.STATE)) {
            String task = space.substring(Spaces.TASK.length());
            return Optional.of(new HistoryStep(Kind.TASK, change, review.imageOf(task), Optional.empty(), "", task,
                made.oldValue() instanceof String before ? before : null,
                made.newValue() instanceof String after ? after : null, rivals));
        }
        if (space.startsWith(Spaces.COMMENT)) {
            String task = Values.text(made.newValue() == null ? made.oldValue() : made.newValue(), "task");
            return Optional.of(new HistoryStep(Kind.COMMENT, change, review.imageOf(task), Optional.empty(), "", task,
                text(made.oldValue(), "text"), text(made.newValue(), "text"), rivals));
        }
        return Optional.empty();
    }

    private static String text(Object value, String name) {
        return value == null ? null : Values.text(value, name);
    }
}
