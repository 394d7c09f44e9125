package dev.errata.ui.edit;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchPartSite;

import dev.errata.dataset.OpenDataset;

/**
 * Undo and redo of one part. Editors of one kind share their action bars, so the actions are put there each time that
 * the part is activated.
 */
final class StackActions implements DatasetCommands.UndoRedo, IPartListener2 {

    private final IWorkbenchPartSite site;
    private final BarActions actions;

    StackActions(IWorkbenchPartSite site, OpenDataset dataset) {
        this.site = site;
        actions = new BarActions(bars(site), dataset);
        site.getPage().addPartListener(this);
    }

    private static IActionBars bars(IWorkbenchPartSite site) {
        return site instanceof IViewSite view ? view.getActionBars() : ((IEditorSite) site).getActionBars();
    }

    @Override
    public void setDataset(OpenDataset next) {
        actions.setDataset(next);
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == site.getPart()) {
            actions.putIntoBars();
        }
    }

    @Override
    public void close() {
        site.getPage().removePartListener(this);
        actions.close();
    }
}
