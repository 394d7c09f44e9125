package dev.errata.ui.mismatch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.Run;
import dev.errata.ui.FocusContext;
import dev.errata.ui.SavedEditorPart;
import dev.errata.ui.WhenShown;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.DatasetCommands.UndoRedo;
import dev.errata.ui.fields.FieldLegend;
import dev.errata.ui.mismatch.MismatchInput.Kind;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.selection.PartSelection;

/**
 * The mismatches of a cell as tiles. The order stays while a person works: what a fix moves to another cell keeps its tile
 * until the grid is refreshed.
 */
public final class MismatchEditor extends SavedEditorPart implements GridFeed.View {

    private final GridPreferences preferences = new GridPreferences();
    private final IPropertyChangeListener themeChanged = event -> recolorLater();
    private TileCanvas canvas;
    private GridControls controls;
    private GridFoot foot;
    private GridFeed feed;
    private WhenShown visibility;
    private FieldLegend legend;
    private GridColouring colouring;
    private CellGrid grid;
    private String order;
    private boolean loading;
    /** The order is another one: what stood first until now is no place to stay at. */
    private boolean reordered;
    private PartSelection selection;
    private UndoRedo undoRedo;
    private NextTile nextTile;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof MismatchInput)) {
            throw new PartInitException(NLS.bind(Messages.MismatchEditor_wrongInput, input));
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        order = preferences.order(input());
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        page.setLayout(layout);
        controls = new GridControls(page, getSite(), new GridControls.Look(GridPreferences.orders(input()), order,
            this::order, preferences.tileSize(), size -> canvas.setTileSize(size), preferences.context(),
            percent -> canvas.setContext(percent / 100.0)));
        legend = new FieldLegend(page);
        canvas = new TileCanvas(page, GridTheme.colors(page));
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.setTileSize(preferences.tileSize());
        canvas.setContext(preferences.context() / 100.0);
        canvas.setEmptyText(Messages.MismatchEditor_opening);
        foot = new GridFoot(page, isOfCells(), this::refresh);
        listen();
        contribute();
        colouring = new GridColouring(parent.getDisplay(), this::coloured);
        feed = new GridFeed(input(), this, parent.getDisplay(), order);
        visibility = new WhenShown(this, feed::shown);
        feed.start();
    }

    private MismatchInput input() {
        return (MismatchInput) getEditorInput();
    }

    private boolean isOfCells() {
        return input().kind() == Kind.CELL || input().kind() == Kind.ALL;
    }

    private String emptyText() {
        return switch (input().kind()) {
            case CELL, ALL -> Messages.MismatchEditor_empty;
            case SUSPECTS -> Messages.MismatchEditor_noSuspects;
            case DIFFERENCES -> Messages.MismatchEditor_noDifferences;
        };
    }

    private void listen() {
        canvas.addListener(SWT.Selection, event -> selected());
        canvas.addListener(SWT.DefaultSelection, event -> execute(Ids.OPEN_IN_ANNOTATION_EDITOR));
        canvas.addListener(SWT.Modify, event -> controls.showTileSize(canvas.tileSize()));
        FocusContext.follow(canvas, getSite(), Ids.GRID_CONTEXT);
        canvas.addListener(SWT.Show, event -> recolor());
        recolorLater();
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeChanged);
        nextTile = new NextTile(canvas, this::isActive);
    }

    private boolean isActive() {
        return getSite().getPage().getActivePart() == this;
    }

    private void contribute() {
        // the person alone selects tiles
        selection = new PartSelection(canvas.getDisplay(), other -> { });
        getSite().setSelectionProvider(selection);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        IMenuListener fill = manager -> manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.addMenuListener(fill);
        canvas.setMenu(menu.createContextMenu(canvas));
        getEditorSite().registerContextMenu(Ids.MISMATCH_EDITOR, menu, selection, false);
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_SELECT_ALL, handler(() -> {
            canvas.selection().all();
            canvas.selectionChanged(false);
        }));
        handlers.activateHandler(IWorkbenchCommandConstants.FILE_REFRESH, handler(this::refresh));
    }

    private static AbstractHandler handler(Runnable action) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                action.run();
                return null;
            }
        };
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException failure) {
            ILog.of(MismatchEditor.class).warn(NLS.bind(Messages.MismatchEditor_notPossible, command), failure);
            getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(failure.getMessage());
        }
    }

    private void order(String wanted) {
        order = wanted;
        reordered = true;
        refresh();
    }

    private void refresh() {
        feed.reload(order);
    }

    private void coloured(FieldBands bands) {
        if (!canvas.isDisposed()) {
            legend.show(bands);
            canvas.statesChanged();
        }
    }

    /** The style sheet colours the canvas only after it is made, and after the theme has told of its change. */
    private void recolorLater() {
        canvas.getDisplay().asyncExec(this::recolor);
    }

    private void recolor() {
        if (!canvas.isDisposed()) {
            canvas.setColors(GridTheme.colors(canvas));
        }
    }

    @Override
    public void loading(OpenDataset dataset) {
        undoRedo.setDataset(dataset);
        canvas.setEmptyText(Messages.MismatchEditor_loading);
        loading = true;
        showStatus();
    }

    @Override
    public void begun(CellGrid first, long count) {
        loaded(first, count);
        // those that are not there yet are no news
        foot.showNoChanges();
        loading = true;
        showStatus();
    }

    @Override
    public void loaded(CellGrid loaded, long count) {
        SameTiles same = new SameTiles(grid == null ? Tiles.empty() : grid.tiles(), loaded.tiles());
        int[] kept = grid == null ? new int[0] : same.of(canvas.selection().indexes());
        int pivot = grid == null || reordered || canvas.endVisible() == 0 ? Tiles.NONE
            : same.first(canvas.firstVisible(), canvas.endVisible());
        grid = loaded;
        loading = false;
        reordered = false;
        nextTile.loaded();
        canvas.setContent(loaded);
        canvas.setEmptyText(emptyText());
        controls.showDataset(loaded.dataset());
        colouring.follow(loaded);
        if (pivot >= 0) {
            canvas.reveal(pivot);
        }
        canvas.selection().set(kept);
        canvas.selectionChanged(false);
        judged(count, new int[0]);
    }

    @Override
    public void judged(long count, int[] reopened) {
        setPartName(NLS.bind(Messages.MismatchEditor_title, getEditorInput().getName(), Texts.count(count)));
        foot.showChanges(grid.states(), count);
        canvas.statesChanged();
        colouring.labelsChanged();
        nextTile.judged(reopened);
        showStatus();
    }

    @Override
    public boolean isShown() {
        return visibility.isShown();
    }

    @Override
    public void outdated() {
        setPartName(getEditorInput().getName());
    }

    @Override
    public void gone(String reason) {
        grid = null;
        loading = false;
        nextTile.loaded();
        undoRedo.setDataset(null);
        canvas.setContent(null);
        canvas.setEmptyText(reason);
        colouring.follow(null);
        controls.showDataset(null);
        legend.show(null);
        foot.showNoChanges();
        setPartName(getEditorInput().getName());
        selected();
    }

    private void selected() {
        int[] indexes = canvas.selection().indexes();
        nextTile.selected(indexes);
        selection.select(grid == null || indexes.length == 0 ? StructuredSelection.EMPTY
            : new MismatchSelection(grid, indexes));
        showStatus();
    }

    private void showStatus() {
        foot.show(grid, loading, canvas.selection().count());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (grid != null && type == OpenDataset.class) {
            return type.cast(grid.dataset());
        }
        if (grid != null && type == Run.class) {
            return type.cast(grid.run());
        }
        return super.getAdapter(type);
    }

    @Override
    public String getTitleToolTip() {
        return getEditorInput() == null ? "" : getEditorInput().getToolTipText(); //$NON-NLS-1$
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public void dispose() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeChanged);
        if (canvas != null) {
            preferences.save(canvas.tileSize(), (int) Math.round(100 * canvas.context()), input(), order);
            nextTile.close();
            visibility.close();
            feed.close();
            colouring.close();
            undoRedo.close();
            selection.close();
            controls.dispose();
        }
        super.dispose();
    }
}
