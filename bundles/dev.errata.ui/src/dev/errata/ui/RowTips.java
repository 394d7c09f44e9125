package dev.errata.ui;

import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.window.ToolTip;

/** The tool tips of a viewer's rows, as its label providers give them. */
public final class RowTips extends ColumnViewerToolTipSupport {

    private RowTips(ColumnViewer viewer) {
        super(viewer, ToolTip.NO_RECREATE, false);
    }

    /** Shows tips from now on; {@link #hide} takes one away whose row is shown no longer. */
    public static RowTips on(ColumnViewer viewer) {
        return new RowTips(viewer);
    }
}
