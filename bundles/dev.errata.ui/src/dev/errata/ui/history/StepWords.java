package dev.errata.ui.history;

import static dev.errata.ui.history.StepRow.text;

import java.io.IOException;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.journal.Json;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Operation;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.state.Fields;
import dev.errata.review.HistoryStep;
import dev.errata.review.Review;

/** Tells in the person's language what a step did, and to what. */
final class StepWords {

    private final OpenDataset dataset;
    private final Review review;

    StepWords(OpenDataset dataset) {
        this.dataset = dataset;
        review = Review.of(dataset);
    }

    /** @param undone whether somebody took the step back */
    String what(HistoryStep step, boolean undone) {
        String what = switch (step.kind()) {
            case LABEL -> change(step.change());
            case DRAFT -> NLS.bind(Messages.Step_draft, change(step.change()));
            case VERDICT -> NLS.bind(Messages.Step_verdict, turn(verdict(step.oldText()), verdict(step.newText())));
            case BATCH -> step.change().getOperation() == Operation.RESTORE ? Messages.Step_sentAgain : Messages.Step_sent;
            case TASK -> NLS.bind(Messages.Step_task, turn(state(step.oldText()), state(step.newText())));
            case COMMENT -> NLS.bind(Messages.Step_comment, text(step.newText() == null ? step.oldText() : step.newText()));
        };
        if (!step.rivals().isEmpty()) {
            what = NLS.bind(Messages.Step_rivals, what, String.join(", ", step.rivals())); //$NON-NLS-1$
        }
        what = text(step.change().getUndoes()).isEmpty() ? what : NLS.bind(Messages.ChangeText_undo, what);
        return VisibleText.oneLine(undone ? NLS.bind(Messages.ChangeText_takenBack, what) : what);
    }

    /** The label and the prediction, or the batch. */
    String about(HistoryStep step) {
        return switch (step.kind()) {
            case LABEL, DRAFT, VERDICT -> step.target().map(StepWords::objects).orElse(""); //$NON-NLS-1$
            case BATCH -> text(step.newText() == null ? step.oldText() : step.newText());
            case TASK, COMMENT -> review.task(step.task()).map(task -> task.getBatch().getName()).orElse(""); //$NON-NLS-1$
        };
    }

    private static String objects(Target target) {
        String label = NLS.bind(Messages.Step_label, Long.toString(target.getAnnotation()));
        if (target.getPrediction() < 0) {
            return label;
        }
        String prediction = NLS.bind(Messages.Step_prediction, Integer.toString(target.getPrediction()), target.getRun());
        return target.getAnnotation() == -1 ? prediction : NLS.bind(Messages.Step_pair, label, prediction);
    }

    /** @param before null where there was nothing */
    private static String turn(String before, String after) {
        String now = after == null ? Messages.ChangeText_none : after;
        return before == null ? now : NLS.bind(Messages.Step_turn, before, now);
    }

    private static String verdict(String literal) {
        VerdictKind kind = VerdictKind.get(literal);
        // a newer program may know other kinds: they are shown as they are
        return kind == null ? literal : switch (kind) {
            case LABEL_WRONG -> Messages.Verdict_labelWrong;
            case MODEL_WRONG -> Messages.Verdict_modelWrong;
            case BOTH_WRONG -> Messages.Verdict_bothWrong;
            case AMBIGUOUS -> Messages.Verdict_ambiguous;
            case IGNORE -> Messages.Verdict_ignore;
        };
    }

    private static String state(String literal) {
        TaskState state = TaskState.get(literal);
        return state == null ? literal : switch (state) {
            case OPEN -> Messages.State_open;
            case SUBMITTED -> Messages.State_submitted;
            case ACCEPTED -> Messages.State_accepted;
            case RETURNED -> Messages.State_returned;
        };
    }

    private String change(Change change) {
        String before = value(change.getField(), change.getOldValue());
        String after = value(change.getField(), change.getNewValue());
        return switch (change.getOperation()) {
            case SET -> NLS.bind(Messages.ChangeText_set, new Object[] {field(text(change.getField())), before, after});
            case ADD -> NLS.bind(Messages.ChangeText_added, after);
            case DELETE -> NLS.bind(Messages.ChangeText_deleted, before);
            case RESTORE -> Messages.ChangeText_restored;
        };
    }

    private static String field(String name) {
        return switch (name) {
            case Fields.LABEL -> Messages.Field_class;
            case Fields.BOX -> Messages.Field_box;
            case Fields.POLYGONS -> Messages.Field_outline;
            case Fields.CROWD -> Messages.Field_crowd;
            default -> name.startsWith(Fields.ATTRIBUTE) ? name.substring(Fields.ATTRIBUTE.length()) : name;
        };
    }

    /** Classes by their names, everything else as the journal has it. */
    private String value(String field, String json) {
        if (text(json).isEmpty()) {
            return Messages.ChangeText_none;
        }
        try {
            Object value = Json.parse(json);
            Object label = value instanceof Map<?, ?> object ? object.get(Fields.LABEL)
                : Fields.LABEL.equals(field) ? value : null;
            if (label instanceof Long index && index >= 0 && index < dataset.document().getClasses().size()) {
                return dataset.className(index.intValue());
            }
            return value instanceof String string ? string : json;
        } catch (IOException notOurs) {
            // a newer program may write values in another way: they are shown as they are
            return json;
        }
    }
}
