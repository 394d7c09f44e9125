package dev.errata.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.state.ChangeRules;
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
 */
public record HistoryStep(Kind kind, Change change, int image, Optional<Target> target, String batch, String task,
    String oldText, String newText) {

    /** What is changed. */
    public enum Kind {
        LABEL, DRAFT, VERDICT, BATCH, TASK, COMMENT
    }

    /** All changes that make sense, in the order in which they count, oldest first. */
    public static List<HistoryStep> of(OpenDataset dataset) {
        Review review = Review.of(dataset);
        return dataset.changes().read(journal -> {
            List<HistoryStep> steps = new ArrayList<>();
            journal.entries().forEach(entry -> add(dataset, review, entry, steps));
            return steps;
        });
    }

    /** The changes of one command. */
    public static List<HistoryStep> of(OpenDataset dataset, JournalEntry entry) {
        List<HistoryStep> steps = new ArrayList<>();
        add(dataset, Review.of(dataset), entry, steps);
        return steps;
    }

    private static void add(OpenDataset dataset, Review review, JournalEntry entry, List<HistoryStep> steps) {
        ChangeRules rules = new ChangeRules(dataset.imageCount(), dataset.document().getClasses().size());
        for (int i = 0; i < entry.changes().size(); i++) {
            PlacedChange placed = new PlacedChange(entry, i);
            if (rules.problem(placed.change()) == null) {
                step(dataset, review, placed).ifPresent(steps::add);
            }
        }
    }

    /** Empty for what another program keeps in the journal. */
    private static Optional<HistoryStep> step(OpenDataset dataset, Review review, PlacedChange placed) {
        JournalChange made = placed.change();
        String space = made.space();
        if (space.equals(ChangeRules.LABELS) || space.startsWith(ChangeRules.DRAFTS)) {
            boolean draft = !space.equals(ChangeRules.LABELS);
            return Optional.of(new HistoryStep(draft ? Kind.DRAFT : Kind.LABEL, Changes.object(placed), made.image(),
                Optional.of(VerdictContent.target(made.annotation(), "", -1)), "",
                draft ? space.substring(ChangeRules.DRAFTS.length()) : "", null, null));
        }
        if (space.startsWith(Spaces.VERDICT) && made.field().equals(Spaces.KIND)) {
            return made.image() < 0 || made.image() >= dataset.imageCount() ? Optional.empty()
                : VerdictContent.target(space, made.annotation()).map(target -> new HistoryStep(Kind.VERDICT,
                    Changes.object(placed), made.image(), Optional.of(target), "", "",
                    text(made.oldValue(), "kind"), text(made.newValue(), "kind")));
        }
        if (space.startsWith(Spaces.BATCH)) {
            return Optional.of(new HistoryStep(Kind.BATCH, Changes.object(placed), -1, Optional.empty(),
                space.substring(Spaces.BATCH.length()), "", text(made.oldValue(), "name"), text(made.newValue(), "name")));
        }
        if (space.startsWith(Spaces.TASK) && made.field().equals(Spaces.STATE)) {
            String task = space.substring(Spaces.TASK.length());
            return Optional.of(new HistoryStep(Kind.TASK, Changes.object(placed), review.imageOf(task), Optional.empty(), "",
                task, made.oldValue() instanceof String before ? before : null,
                made.newValue() instanceof String after ? after : null));
        }
        if (space.startsWith(Spaces.COMMENT)) {
            String task = Values.text(made.newValue() == null ? made.oldValue() : made.newValue(), "task");
            return Optional.of(new HistoryStep(Kind.COMMENT, Changes.object(placed), review.imageOf(task), Optional.empty(), "",
                task, text(made.oldValue(), "text"), text(made.newValue(), "text")));
        }
        return Optional.empty();
    }

    private static String text(Object value, String name) {
        return value == null ? null : Values.text(value, name);
    }
}
