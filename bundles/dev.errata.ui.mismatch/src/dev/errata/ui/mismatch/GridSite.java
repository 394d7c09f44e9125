package dev.errata.ui.mismatch;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.commands.RunnableHandler;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.DatasetCommands.UndoRedo;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.selection.PartSelection;

/** A grid's place in the workbench: its selection, its context menu, and the commands that it answers itself. */
final class GridSite implements AutoCloseable {

    private final IEditorSite site;
    private final IHandlerService handlers;
    private final PartSelection selection;
    private final UndoRedo undoRedo;

    GridSite(IEditorSite site, TileCanvas canvas, Runnable refresh, Runnable skip) {
        this.site = site;
        handlers = site.getService(IHandlerService.class);
        // the person alone selects tiles
        selection = new PartSelection(canvas.getDisplay(), other -> { });
        site.setSelectionProvider(selection);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        IMenuListener fill = manager -> manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.addMenuListener(fill);
        canvas.setMenu(menu.createContextMenu(canvas));
        site.registerContextMenu(Ids.MISMATCH_EDITOR, menu, selection, false);
        undoRedo = DatasetCommands.installUndoRedo(site, null);
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_SELECT_ALL, new RunnableHandler(() -> {
            canvas.selection().all();
            canvas.selectionChanged(false);
        }));
        handlers.activateHandler(IWorkbenchCommandConstants.FILE_REFRESH, new RunnableHandler(refresh));
        handlers.activateHandler(Ids.SKIP, new RunnableHandler(skip));
    }

    /** The dataset whose changes are undone; null for none. */
    void setDataset(OpenDataset dataset) {
        undoRedo.setDataset(dataset);
    }

    /** The selection that commands and other parts see. */
    void select(IStructuredSelection selected) {
        selection.select(selected);
    }

    void execute(String command) {
        try {
            handlers.executeCommand(command, null);
        } catch (CommandException failure) {
            ILog.of(GridSite.class).warn(NLS.bind(Messages.GridSite_notPossible, command), failure);
            site.getActionBars().getStatusLineManager().setErrorMessage(failure.getMessage());
        }
    }

    @Override
    public void close() {
        undoRedo.close();
        selection.close();
    }
}
