package dev.errata.ui.mismatch;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Says above the tiles that the cell holds others by now, and offers to show those. Takes no room until it has to say so. */
final class RefreshBar {

    private final Composite bar;
    private final Label text;

    RefreshBar(Composite parent, Runnable refresh) {
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginHeight = 2;
        bar.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = true;
        bar.setLayoutData(data);
        bar.setVisible(false);
        Label icon = new Label(bar, SWT.NONE);
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_INFO_TSK));
        text = new Label(bar, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Messages.RefreshBar_refresh);
        button.setToolTipText(Messages.RefreshBar_refreshToolTip);
        button.addListener(SWT.Selection, event -> refresh.run());
    }

    /**
     * Shows or hides the bar.
     *
     * @param left tiles that the cell counts no more
     * @param entered members of the cell that have no tile yet
     */
    void show(long left, long entered) {
        if (left > 0 && entered > 0) {
            text.setText(NLS.bind(Messages.RefreshBar_leftAndEntered, Texts.count(left), Texts.count(entered)));
        } else if (left > 0) {
            text.setText(left == 1 ? Messages.RefreshBar_oneLeft : NLS.bind(Messages.RefreshBar_left, Texts.count(left)));
        } else if (entered > 0) {
            text.setText(entered == 1 ? Messages.RefreshBar_oneEntered
                : NLS.bind(Messages.RefreshBar_entered, Texts.count(entered)));
        }
        boolean visible = left > 0 || entered > 0;
        GridData data = (GridData) bar.getLayoutData();
        if (data.exclude == visible) {
            data.exclude = !visible;
            bar.setVisible(visible);
            bar.getParent().layout(true);
        } else if (visible) {
            bar.layout(true);
        }
    }
}
