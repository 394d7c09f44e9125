package dev.errata.review;

import dev.errata.dataset.state.ChangeRules;

/**
 * Where review keeps its things in the journal: each batch, task and comment in a space of its own, the proposals of a task in
 * another, the verdicts about a prediction in one a prediction.
 */
final class Spaces {

    static final String BATCH = "batch/";
    static final String TASK = "task/";
    static final String COMMENT = "comment/";
    static final String VERDICT = "verdict/";

    /** Fields of a task. */
    static final String STATE = "state";
    static final String ASSIGNEE = "assignee";
    /** The one field of a verdict. */
    static final String KIND = "verdict";

    private Spaces() {
    }

    static String batch(String id) {
        return BATCH + id;
    }

    static String task(String id) {
        return TASK + id;
    }

    static String drafts(String taskId) {
        return ChangeRules.DRAFTS + taskId;
    }

    static String comment(String id) {
        return COMMENT + id;
    }

    /** The number comes first: a run's name may hold anything. */
    static String verdict(int prediction, String run) {
        return VERDICT + prediction + "/" + run;
    }
}
