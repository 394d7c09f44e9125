package dev.errata.ui.mismatch.controls;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import dev.errata.ui.mismatch.tiles.Texts;

/**
 * Says below the tiles that the cell holds others by now, and offers to show those. Its height is always there: tiles must not
 * jump while a person works on them.
 */
final class RefreshBar {

    private final Composite bar;
    private final GridData room = new GridData(SWT.END, SWT.CENTER, false, false);
    private final Label text;
    private final boolean ofCells;

    /**
     * @param parent of a grid layout
     * @param ofCells whether the tiles are members of cells
     */
    RefreshBar(Composite parent, boolean ofCells, Runnable refresh) {
        this.ofCells = ofCells;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginHeight = 0;
        bar.setLayout(layout);
        bar.setLayoutData(room);
        bar.setVisible(false);
        Label icon = new Label(bar, SWT.NONE);
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_INFO_TSK));
        text = new Label(bar, SWT.NONE);
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Messages.RefreshBar_refresh);
        button.setToolTipText(Messages.RefreshBar_refreshToolTip);
        button.addListener(SWT.Selection, event -> refresh.run());
        room.heightHint = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        room.widthHint = 0;
    }

    /**
     * Shows or hides the bar.
     *
     * @param left tiles that the cell counts no more
     * @param entered members of the cell that have no tile yet
     */
    void show(long left, long entered) {
        boolean outdated = left > 0 || entered > 0;
        bar.setVisible(outdated);
        room.widthHint = outdated ? SWT.DEFAULT : 0;
        // not isVisible(): a fix in another part finds the grid behind that part's tab
        if (outdated) {
            text.setText(text(left, entered));
        }
        bar.getParent().layout(true, true);
    }

    private String text(long left, long entered) {
        if (!ofCells) {
            return NLS.bind(Messages.RefreshBar_changed, Texts.count(left));
        }
        if (left > 0 && entered > 0) {
            return NLS.bind(Messages.RefreshBar_leftAndEntered, Texts.count(left), Texts.count(entered));
        }
        if (left > 0) {
            return left == 1 ? Messages.RefreshBar_oneLeft : NLS.bind(Messages.RefreshBar_left, Texts.count(left));
        }
        return entered == 1 ? Messages.RefreshBar_oneEntered : NLS.bind(Messages.RefreshBar_entered, Texts.count(entered));
    }
}
