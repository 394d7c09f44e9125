package dev.errata.ui.mismatch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

import dev.errata.ui.commands.Ids;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.TileStates;
import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * Selects the next undecided tile after a decision, and what an undo brought back. Decisions are made in the background, and keys
 * may come faster: where it is certain that a command decides the selected tile, the next one is selected at once, so that no
 * key is ever about the tile before.
 */
final class NextTile implements DecisionWatch.Listener, AutoCloseable {

    private final TileCanvas canvas;
    private final BooleanSupplier active;
    private final DecisionWatch watch;
    /** The tiles that a command is deciding about; null where none does. */
    private int[] deciding;
    /** Tiles that will be decided in a moment. */
    private final BitSet foreseen = new BitSet();
    /** Whether a decision is being taken back in this grid; until that is seen, or the person selects something else. */
    private boolean undoing;
    /** Whether tiles are selected by this object rather than by the person. */
    private boolean moving;

    /** @param active whether commands are about this grid */
    NextTile(TileCanvas canvas, BooleanSupplier active) {
        this.canvas = canvas;
        this.active = active;
        watch = new DecisionWatch(PlatformUI.getWorkbench().getService(ICommandService.class), this);
    }

    @Override
    public void deciding(String command) {
        deciding = active.getAsBoolean() ? canvas.selection().indexes() : null;
        undoing = false;
    }

    @Override
    public void decided(String command) {
        if (deciding != null && deciding.length == 1 && canvas.content() != null && isCertain(command, deciding[0])) {
            foreseen.set(deciding[0]);
            goOn();
        }
    }

    @Override
    public void undoing() {
        deciding = null;
        foreseen.clear();
        undoing = active.getAsBoolean();
    }

    /** Whether a command decides an undecided tile, whatever has become of its objects. */
    private boolean isCertain(String command, int tile) {
        Tiles tiles = canvas.content().tiles();
        if (canvas.content().states().get(tile).decided()) {
            return false;
        }
        return switch (command) {
            case Ids.LABEL_IS_RIGHT, Ids.LABEL_IS_WRONG, Ids.AMBIGUOUS, Ids.SEND_TO_ANNOTATION -> true;
            case Ids.DELETE_ANNOTATION -> tiles.hasAnnotation(tile);
            case Ids.ACCEPT_PREDICTION -> tiles.hasPrediction(tile) && !tiles.hasAnnotation(tile);
            case Ids.RELABEL_TO_PREDICTED -> tiles.hasAnnotation(tile) && tiles.hasPrediction(tile)
                && tiles.groundTruth(tile) != tiles.predicted(tile);
            default -> false;
        };
    }

    /** Other tiles are shown. */
    void loaded() {
        deciding = null;
        foreseen.clear();
    }

    /**
     * The states of the tiles are up to date.
     *
     * @param reopened the tiles whose decision was taken back, in order
     */
    void judged(int[] reopened) {
        TileStates states = canvas.content().states();
        for (int tile = foreseen.nextSetBit(0); tile >= 0; tile = foreseen.nextSetBit(tile + 1)) {
            foreseen.set(tile, !states.get(tile).decided());
        }
        // news of an earlier change may come in between; what somebody else takes back later leaves the selection alone
        if (undoing && reopened.length > 0) {
            canvas.selection().set(reopened);
            canvas.selectionChanged(true);
        }
        if (deciding != null && deciding.length > 0 && states.allDecided(deciding)) {
            goOn();
        }
    }

    private void goOn() {
        int last = deciding[deciding.length - 1];
        deciding = null;
        selectUndecided(last + 1);
    }

    /** Goes on to the next undecided tile; the selected one stays as it is. */
    void skip() {
        if (canvas.content() != null) {
            selectUndecided(canvas.selection().lead() + 1);
        }
    }

    private void selectUndecided(int from) {
        int next = canvas.content().states().nextUndecided(from, foreseen);
        if (next >= 0) {
            moving = true;
            try {
                canvas.selection().only(next);
                canvas.selectionChanged(true);
            } finally {
                moving = false;
            }
        }
    }

    /** Other tiles are selected. */
    void selected(int[] indexes) {
        if (deciding != null && !Arrays.equals(deciding, indexes)) {
            deciding = null;
        }
        if (!moving) {
            foreseen.clear();
        }
        undoing = false;
    }

    @Override
    public void close() {
        watch.dispose();
    }
}
