package dev.errata.ui.mismatch.tiles;

import java.util.stream.Stream;

import dev.errata.dataset.model.VerdictKind;

/** What became of a mismatch since the grid was filled, or was decided before. */
public enum TileState {

    UNDECIDED(false, false),
    /** The annotation has another class now. */
    RELABELLED(true, true),
    /** The prediction was made an annotation, or now agrees with one. */
    ACCEPTED(true, true),
    /** The annotation is gone. */
    DELETED(true, true),
    /** The box was changed, so that the pair is in another cell. */
    RESHAPED(true, true),
    /** Another change in the same image matched it differently. */
    REMATCHED(true, true),
    /** The label is right, the model is wrong. */
    LABEL_RIGHT(VerdictKind.MODEL_WRONG),
    LABEL_WRONG(VerdictKind.LABEL_WRONG),
    BOTH_WRONG(VerdictKind.BOTH_WRONG),
    AMBIGUOUS(VerdictKind.AMBIGUOUS),
    IGNORED(VerdictKind.IGNORE),
    /** In a task that nobody has submitted yet. */
    SENT(true, false),
    /** In a task that waits for review. */
    IN_REVIEW(true, false),
    /** In a task that came back with a comment. */
    RETURNED(true, false),
    /** In a task that was accepted and left it as it is. */
    REVIEWED(true, false),
    /** People changed the annotation differently at the same time, and nobody decided since. */
    CONFLICT(false, false),
    /** The same, and what counts of their changes moved it to another cell. */
    CONFLICT_LEFT(false, true);

    private final boolean decided;
    private final boolean leftCell;
    private final VerdictKind verdict;

    TileState(boolean decided, boolean leftCell) {
        this.decided = decided;
        this.leftCell = leftCell;
        verdict = null;
    }

    TileState(VerdictKind verdict) {
        decided = true;
        leftCell = false;
        this.verdict = verdict;
    }

    /** The state of a tile that nothing but a verdict decides. */
    public static TileState of(VerdictKind verdict) {
        return Stream.of(values()).filter(state -> state.verdict == verdict).findFirst().orElseThrow();
    }

    /** The verdict that it stands for; null where it is another sort of state. */
    public VerdictKind verdict() {
        return verdict;
    }

    /** Whether a person need not look at it again. */
    public boolean decided() {
        return decided;
    }

    public boolean conflict() {
        return this == CONFLICT || this == CONFLICT_LEFT;
    }

    /** Whether what was wrong is right now. */
    public boolean fixed() {
        return decided && leftCell;
    }

    /** Whether the label is known, or held, to be wrong and nobody fixed it yet. */
    public boolean suspect() {
        return switch (this) {
            case LABEL_WRONG, BOTH_WRONG, SENT, IN_REVIEW, RETURNED -> true;
            default -> false;
        };
    }

    /** Whether the cell counts it no more. */
    public boolean leftCell() {
        return leftCell;
    }
}
