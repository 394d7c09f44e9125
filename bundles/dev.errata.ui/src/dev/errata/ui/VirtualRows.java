package dev.errata.ui;

import org.eclipse.jface.viewers.TableViewer;

/**
 * Fewer rows in a virtual table. While GTK clears such a table it looks at the rows that follow the selected one, and SWT makes
 * items for them that nobody disposes of: the next change of the theme would then crash the program. That does not happen where a
 * single row is cleared, nor to rows whose items are there.
 */
public final class VirtualRows {

    private VirtualRows() {
    }

    /** Takes rows away before a viewer is told of fewer; where none are wanted, all but one. */
    public static void shrink(TableViewer viewer, int wanted) {
        int left = Math.max(wanted, 1);
        if (viewer.getTable().getItemCount() > left) {
            viewer.setItemCount(left);
        }
    }
}
