package dev.errata.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.errata.dataset.Texts;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.ItemState;
import dev.errata.dataset.state.PlacedChange;

/**
 * How a task stands by all journals. Where people took it to different states without knowing of each other, and where drafts
 * came while somebody accepted it, it is to be reviewed again: a person decides, and nothing that anybody did is lost.
 *
 * @param disputed what they did, in words; null where nobody has to decide
 */
record TaskFold(TaskState state, String disputed) {

    static TaskFold of(FoldedJournal journal, String taskId) {
        FieldHistory states = states(journal, taskId);
        if (states == null) {
            return new TaskFold(TaskState.OPEN, null);
        }
        if (states.conflicting()) {
            return new TaskFold(TaskState.SUBMITTED, Texts.format(Messages.rivals, states.tips().stream().map(TaskFold::told)
                .collect(Collectors.joining(", "))));
        }
        if (isAccepted(states)) {
            List<String> late = Proposal.left(journal, taskId).authors().stream().toList();
            return late.isEmpty() ? new TaskFold(TaskState.ACCEPTED, null)
                : new TaskFold(TaskState.SUBMITTED, Texts.format(Messages.late, String.join(", ", late)));
        }
        TaskState state = TaskState.get(Objects.toString(states.value()));
        return new TaskFold(state == null ? TaskState.OPEN : state, null);
    }

    /** The steps of a task; null where it took none. */
    static FieldHistory states(FoldedJournal journal, String taskId) {
        ItemState item = journal.items(Spaces.task(taskId), -1).get(-1L);
        return item == null ? null : item.field(Spaces.STATE);
    }

    /** Whether its drafts were made labels, apart from those that came meanwhile. */
    static boolean isAccepted(FieldHistory states) {
        return states != null && !states.conflicting() && TaskState.ACCEPTED.getLiteral().equals(states.value());
    }

    private static String told(PlacedChange step) {
        return Texts.format(Messages.rival, step.entry().author(), Objects.toString(step.change().newValue()));
    }
}
