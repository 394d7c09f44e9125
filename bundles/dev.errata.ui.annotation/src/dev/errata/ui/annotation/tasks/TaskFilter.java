package dev.errata.ui.annotation.tasks;

import java.util.EnumSet;
import java.util.Set;

import dev.errata.dataset.model.TaskState;

/** Which tasks the view shows. */
enum TaskFilter {

    ALL(Messages.Filter_all, EnumSet.allOf(TaskState.class)),
    TO_DO(Messages.Filter_toDo, EnumSet.of(TaskState.OPEN, TaskState.RETURNED)),
    TO_REVIEW(Messages.Filter_submitted, EnumSet.of(TaskState.SUBMITTED)),
    ACCEPTED(Messages.Filter_accepted, EnumSet.of(TaskState.ACCEPTED));

    private final String label;
    private final Set<TaskState> states;

    TaskFilter(String label, Set<TaskState> states) {
        this.label = label;
        this.states = states;
    }

    boolean shows(TaskState state) {
        return states.contains(state);
    }

    /** As the person chooses it. */
    @Override
    public String toString() {
        return label;
    }
}
