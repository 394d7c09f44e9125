package dev.errata.ui.history;

import java.util.EnumSet;
import java.util.Set;

import dev.errata.review.HistoryStep.Kind;

/** Which steps the view shows. */
enum StepFilter {

    ALL(Messages.Filter_all, EnumSet.allOf(Kind.class)),
    LABELS(Messages.Filter_labels, EnumSet.of(Kind.LABEL)),
    VERDICTS(Messages.Filter_verdicts, EnumSet.of(Kind.VERDICT)),
    TASKS(Messages.Filter_tasks, EnumSet.of(Kind.BATCH, Kind.DRAFT, Kind.TASK, Kind.COMMENT));

    private final String label;
    private final Set<Kind> kinds;

    StepFilter(String label, Set<Kind> kinds) {
        this.label = label;
        this.kinds = kinds;
    }

    boolean shows(StepRow row) {
        return kinds.contains(row.step().kind());
    }

    /** As the person chooses it. */
    @Override
    public String toString() {
        return label;
    }
}
