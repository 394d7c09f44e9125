package dev.errata.ui.mismatch;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.Run;
import dev.errata.ui.FocusContext;
import dev.errata.ui.SavedEditorPart;
import dev.errata.ui.WhenShown;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.fields.FieldLegend;
import dev.errata.ui.keys.KeyHelp;
import dev.errata.ui.keys.KeyPage;
import dev.errata.ui.mismatch.canvas.EarlyCrops;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.controls.GridControls;
import dev.errata.ui.mismatch.controls.GridFoot;
import dev.errata.ui.mismatch.inputs.MismatchInput.Kind;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * The mismatches of a cell as tiles. The order stays while a person works: what a fix moves to another cell keeps its tile
 * until the grid is refreshed.
 */
public final class MismatchEditor extends SavedEditorPart implements GridView {

    private final GridPreferences preferences = new GridPreferences();
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
    private GridSite workbench;
    private GridTheme theme;
    private NextTile nextTile;
    private Runnable stopOutlines;

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
        theme = new GridTheme(canvas);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.setTileSize(preferences.tileSize());
        canvas.setContext(preferences.context() / 100.0);
        canvas.setEmptyText(Messages.MismatchEditor_opening);
        foot = new GridFoot(page, isOfCells(), this::refresh);
        listen();
        workbench = new GridSite(getEditorSite(), canvas, this::refresh, nextTile::skip);
        colouring = new GridColouring(parent.getDisplay(), this::coloured);
        feed = new GridFeed(input(), this, parent.getDisplay(), order);
        visibility = new WhenShown(this, feed::shown);
        stopOutlines = OutlinesHandler.follow(getSite(), this::showOutlines);
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
        canvas.addListener(SWT.DefaultSelection, event -> workbench.execute(Ids.OPEN_IN_ANNOTATION_EDITOR));
        canvas.addListener(SWT.Modify, event -> controls.showTileSize(canvas.tileSize()));
        FocusContext.follow(canvas, getSite(), Ids.GRID_CONTEXT);
        KeyHelp.install(canvas, GridKeys.page(), getSite());
        nextTile = new NextTile(canvas, this::isActive);
    }

    private boolean isActive() {
        return getSite().getPage().getActivePart() == this;
    }

    private void order(String wanted) {
        order = wanted;
        reordered = true;
        refresh();
    }

    private void refresh() {
        feed.reload(order);
    }

    private void showOutlines() {
        if (grid != null) {
            grid.showOutlines(OutlinesHandler.isWanted(getSite()));
            canvas.redraw();
        }
    }

    private void coloured(FieldBands bands) {
        if (!canvas.isDisposed()) {
            legend.show(bands);
            canvas.statesChanged();
        }
    }

    @Override
    public void loading(OpenDataset dataset) {
        workbench.setDataset(dataset);
        canvas.setEmptyText(Messages.MismatchEditor_loading);
        loading = true;
        showStatus();
    }

    @Override
    public EarlyCrops earlyCrops(CellGrid next) {
        return canvas.earlyCrops(next);
    }

    @Override
    public void begun(CellGrid first, EarlyCrops crops, long count) {
        loaded(first, crops, count);
        // those that are not there yet are no news
        foot.showNoChanges();
        loading = true;
        showStatus();
    }

    @Override
    public void completed(CellGrid all, CellGrid first, long count) {
        if (grid == first) {
            show(all, count, () -> canvas.extend(all));
        } else {
            loaded(all, EarlyCrops.none(), count);
        }
    }

    @Override
    public void loaded(CellGrid loaded, EarlyCrops crops, long count) {
        show(loaded, count, () -> canvas.setContent(loaded, crops));
    }

    private void show(CellGrid loaded, long count, Runnable content) {
        SameTiles same = new SameTiles(grid == null ? Tiles.empty() : grid.tiles(), loaded.tiles());
        int[] kept = grid == null ? new int[0] : same.of(canvas.selection().indexes());
        int pivot = grid == null || reordered || canvas.endVisible() == 0 ? Tiles.NONE
            : same.first(canvas.firstVisible(), canvas.endVisible());
        grid = loaded;
        loading = false;
        reordered = false;
        nextTile.loaded();
        loaded.showOutlines(OutlinesHandler.isWanted(getSite()));
        content.run();
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
        workbench.setDataset(null);
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
        workbench.select(grid == null || indexes.length == 0 ? StructuredSelection.EMPTY
            : new MismatchSelection(grid, indexes));
        showStatus();
    }

    private void showStatus() {
        foot.show(grid, loading, canvas.selection().count());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == KeyPage.class) {
            return type.cast(GridKeys.page());
        }
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
        if (canvas != null) {
            preferences.save(canvas.tileSize(), (int) Math.round(100 * canvas.context()), input(), order);
            nextTile.close();
            stopOutlines.run();
            visibility.close();
            feed.close();
            colouring.close();
            workbench.close();
            theme.close();
            controls.dispose();
        }
        super.dispose();
    }
}
