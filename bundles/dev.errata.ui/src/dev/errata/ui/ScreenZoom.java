package dev.errata.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** The zoom of the screen that a control is on. Asking the window system takes longer than painting some tiles. */
public final class ScreenZoom {

    private static final int UNKNOWN = 0;

    private final Control control;
    private int percent = UNKNOWN;

    public ScreenZoom(Control control) {
        this.control = control;
        Listener moved = event -> percent = UNKNOWN;
        Shell shell = control.getShell();
        shell.addListener(SWT.Move, moved);
        for (int change : new int[] {SWT.Resize, SWT.Show, SWT.ZoomChanged}) {
            control.addListener(change, moved);
        }
        control.addListener(SWT.Dispose, event -> {
            if (!shell.isDisposed()) {
                shell.removeListener(SWT.Move, moved);
            }
        });
    }

    /** Pixels of the screen a hundred points; 100 on an ordinary one. */
    public int percent() {
        if (percent == UNKNOWN) {
            percent = control.getMonitor().getZoom();
        }
        return percent;
    }
}
