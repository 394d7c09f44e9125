package dev.errata.ui.matrix;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.Delivery;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.Texts;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.matching.ComparedRun;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.filter.FilterControl;
import dev.errata.ui.matrix.loading.MatrixSource;
import dev.errata.ui.matrix.matching.MatchingChoices;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

/**
 * The confusion matrix of the active dataset. The selected cell is the workbench's selection; opening it runs the command that
 * shows its members.
 */
public final class MatrixView extends ViewPart implements Delivery.Receiver<MatrixModel> {

    private static final String CONTEXT = "dev.errata.ui.matrix.context";

    private final Consumer<Optional<OpenDataset>> activeListener = dataset -> showDataset(dataset.orElse(null));
    private final DatasetListener runsListener = this::runsChanged;
    private MatrixSettings settings;
    private MatchingChoices matching;
    private FilterControl filter;
    private MatrixOptions options;
    private MatrixPages pages;
    private MatrixPage page;
    private ViewCommands commands;
    private MatrixActions actions;
    private CellSelection cells;
    private DatasetCommands.UndoRedo undoRedo;
    private OpenDataset dataset;
    private MatrixSource source;
    private MatrixModel model;

    @Override
    public void createPartControl(Composite parent) {
        settings = new MatrixSettings(DialogSettings.getOrCreateSection(PlatformUI
            .getDialogSettingsProvider(FrameworkUtil.getBundle(MatrixView.class)).getDialogSettings(), "matrix"));
        matching = new MatchingChoices(this::refused);
        filter = new FilterControl(parent.getDisplay());
        options = settings.options();
        pages = new MatrixPages(parent, this::follow);
        page = new MatrixPage(pages.stack(), this);
        pages.setMatrix(page);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        commands = new ViewCommands(getViewSite());
        cells = new CellSelection(page, this::model, commands, getViewSite().getActionBars().getStatusLineManager(),
            () -> actions.update());
        getSite().setSelectionProvider(cells.provider());
        actions = new MatrixActions(this, handlers);
        actions.fill(getViewSite().getActionBars());
        page.connect(handlers);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        actions.installContextMenu(canvas(), getSite());
        actions.installContextMenu(page.pairs().table(), getSite());
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        setOptions(options);
        OpenDatasets.get().addActiveListener(activeListener);
        showDataset(OpenDatasets.get().active().orElse(null));
    }

    private void showDataset(OpenDataset next) {
        if (next == dataset && (next == null || source != null)) {
            if (next == null) {
                pages.showNoDataset();
            }
            return;
        }
        if (dataset != null) {
            dataset.removeListener(runsListener);
        }
        dataset = next;
        undoRedo.setDataset(next);
        matching.follow(next);
        if (next == null) {
            showRun(null);
            pages.showNoDataset();
            return;
        }
        Optional<Run> run = ComparedRun.of(next);
        if (run.isEmpty()) {
            showRun(null);
            next.addListener(runsListener);
            pages.showNoRun(next);
            return;
        }
        showRun(run.get());
    }

    /** A dataset without a run may get one. */
    private void runsChanged(DatasetListener.DatasetEvent event) {
        if (event.evaluation() && !display().isDisposed()) {
            display().asyncExec(() -> {
                if (event.dataset() == dataset && source == null && !pages.isDisposed()
                    && !dataset.document().getRuns().isEmpty()) {
                    dataset.removeListener(runsListener);
                    dataset = null;
                    showDataset(event.dataset());
                }
            });
        }
    }

    /** Shows another run of the dataset; null for none. */
    void showRun(Run run) {
        if (source != null) {
            source.close();
            source = null;
        }
        model = null;
        cells.follow(dataset, run);
        page.show(null, null, null);
        filter.follow(run == null ? null : dataset, run);
        actions.update();
        setContentDescription("");
        if (run != null) {
            source = new MatrixSource(dataset, run, display(), this);
            pages.showLoading(source);
        }
    }

    /** The person chose a run. */
    void chooseRun(Run run) {
        ComparedRun.choose(dataset, run);
        showRun(run);
    }

    @Override
    public void show(MatrixModel newModel) {
        boolean first = model == null;
        model = newModel;
        page.show(newModel, dataset, source.run());
        filter.count();
        if (!matching.isBusy()) {
            page.setThresholds(newModel.thresholds());
        }
        if (first) {
            pages.showMatrix();
        }
        actions.update();
        cells.show();
        if (first) {
            // later: where the page that had the keys is hidden, the toolkit looks for another control first
            display().asyncExec(this::takeKeys);
        }
    }

    private void takeKeys() {
        if (!pages.isDisposed() && pages.isMatrixShown() && hasFocus() && !(display().getFocusControl() instanceof Text)) {
            setFocus();
        }
    }

    private boolean hasFocus() {
        return getSite().getPage().getActivePart() == this;
    }

    @Override
    public void failed(Throwable reason) {
        model = null;
        pages.showFailed(dataset, reason);
    }

    @Override
    public void stopped() {
        if (model == null) {
            pages.showStopped(dataset);
        }
    }

    /** Does what a link of the empty page says. */
    private void follow(String target) {
        if (MatrixPages.RETRY.equals(target)) {
            source.retry();
            pages.showLoading(source);
        } else if (MatrixPages.BOXES.equals(target)) {
            matching.matchByMasks(false);
            pages.showLoading(source);
        } else {
            commands.run(target);
        }
    }

    void setOptions(MatrixOptions newOptions) {
        options = newOptions;
        settings.setOptions(newOptions);
        page.setOptions(newOptions);
        actions.update();
    }

    void showPairs(boolean shown) {
        settings.setPairs(shown);
        page.showPairs(shown);
        actions.update();
    }

    void showBackgroundPairs(boolean shown) {
        settings.setBackgroundPairs(shown);
        page.pairs().setBackground(shown);
        actions.update();
    }

    /** It is matched as before: the menus must say so. */
    private void refused() {
        if (actions != null && !canvas().isDisposed()) {
            actions.update();
        }
    }

    /** How the dataset is to be matched. */
    MatchingChoices matching() {
        return matching;
    }

    void copyMatrix() {
        if (model != null) {
            Texts.copy(display(), MatrixExport.tsv(model, options.normalisation()));
        }
    }

    void export() {
        if (model != null) {
            MatrixExport.save(getSite().getShell(), model, options.normalisation());
        }
    }

    CellSelection cells() {
        return cells;
    }

    FilterControl filter() {
        return filter;
    }

    ViewCommands commands() {
        return commands;
    }

    MatrixOptions options() {
        return options;
    }

    MatrixSettings settings() {
        return settings;
    }

    MatrixModel model() {
        return model;
    }

    MatrixCanvas canvas() {
        return page.canvas();
    }

    private Display display() {
        return pages.display();
    }

    @Override
    public void setFocus() {
        if (pages.isMatrixShown()) {
            canvas().setFocus();
        } else {
            pages.setFocus();
        }
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(activeListener);
        if (dataset != null) {
            dataset.removeListener(runsListener);
        }
        if (source != null) {
            source.close();
        }
        matching.close();
        filter.close();
        if (cells != null) {
            cells.close();
        }
        if (undoRedo != null) {
            undoRedo.close();
        }
        super.dispose();
    }
}
