package dev.errata.ui.mismatch.controls;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.mismatch.tiles.TileStates;

/** The line below the tiles: how many are selected and decided, how many label errors to expect, and what changed since. */
public final class GridFoot {

    /** So many tiles are foretold: some minutes of work. */
    private static final int NEXT = 50;

    private final boolean ofCells;
    private final Label status;
    private final RefreshBar bar;

    /**
     * @param parent of a grid layout
     * @param ofCells whether the tiles are members of cells
     */
    public GridFoot(Composite parent, boolean ofCells, Runnable refresh) {
        this.ofCells = ofCells;
        Composite line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 0;
        line.setLayout(layout);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        status = new Label(line, SWT.NONE);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        bar = new RefreshBar(line, ofCells, refresh);
    }

    /**
     * Says where a grid stands.
     *
     * @param grid null for none
     * @param loading whether its tiles are being sought anew
     * @param selected how many tiles are selected
     */
    public void show(CellGrid grid, boolean loading, int selected) {
        String text = grid == null ? "" : loading ? Messages.GridFoot_loading : text(grid, selected); //$NON-NLS-1$
        status.setText(text);
        // in a narrow grid its end may be hidden
        status.setToolTipText(text);
    }

    private static String text(CellGrid grid, int selected) {
        TileStates states = grid.states();
        int decided = states.decided();
        String counts = NLS.bind(decided == 0 ? Messages.GridFoot_status : Messages.GridFoot_progress, new Object[] {
            Texts.count(selected), Texts.count(decided), Texts.count(states.size()),
            Texts.count(states.count(TileState::fixed)), Texts.count(states.count(TileState::suspect)),
            Texts.count(states.size() - decided)});
        double expected = grid.expectedErrors(NEXT);
        return Double.isNaN(expected) ? counts : NLS.bind(Messages.GridFoot_expected,
            new Object[] {counts, Texts.count(Math.round(expected)), Texts.count(NEXT)});
    }

    /** @param count the number in the cell now */
    public void showChanges(TileStates states, long count) {
        long stayed = (long) states.size() - states.left();
        bar.show(states.left(), ofCells ? count - stayed : 0);
    }

    public void showNoChanges() {
        bar.show(0, 0);
    }
}
