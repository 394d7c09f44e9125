package dev.errata.ui.matrix;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.Delivery;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.Texts;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.matching.ComparedRun;
import dev.errata.ui.matrix.canvas.CellWords;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.selection.MatrixCell;
import dev.errata.ui.selection.PartSelection;

/**
 * The confusion matrix of the active dataset. The selected cell is the workbench's selection; opening it runs the command that
 * shows its members.
 */
public final class MatrixView extends ViewPart implements Delivery.Receiver<MatrixModel> {

    private static final String CONTEXT = "dev.errata.ui.matrix.context";
    private static final String RETRY = "retry";
    private static final String BOXES = "boxes";

    private final Consumer<Optional<OpenDataset>> activeListener = dataset -> showDataset(dataset.orElse(null));
    private final DatasetListener runsListener = this::runsChanged;
    private MatrixSettings settings;
    private MatchingChoices matching;
    private FilterControl filter;
    private MatrixOptions options;
    private Composite stack;
    private StackLayout pages;
    private EmptyPage empty;
    private LoadingPage loading;
    private MatrixPage page;
    private ViewCommands commands;
    private MatrixActions actions;
    private PartSelection selection;
    private DatasetCommands.UndoRedo undoRedo;
    private OpenDataset dataset;
    private MatrixSource source;
    private MatrixModel model;

    @Override
    public void createPartControl(Composite parent) {
        settings = new MatrixSettings(DialogSettings.getOrCreateSection(PlatformUI
            .getDialogSettingsProvider(FrameworkUtil.getBundle(MatrixView.class)).getDialogSettings(), "matrix"));
        matching = new MatchingChoices(this::refused);
        filter = new FilterControl(settings, parent.getDisplay());
        options = settings.options();
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        empty = new EmptyPage(stack, this::follow);
        loading = new LoadingPage(stack);
        page = new MatrixPage(stack, this);
        selection = new PartSelection(parent.getDisplay(), this::showSelected);
        getSite().setSelectionProvider(selection);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        commands = new ViewCommands(getViewSite());
        actions = new MatrixActions(this, handlers);
        actions.fill(getViewSite().getActionBars());
        page.connect(handlers);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        contextMenu(canvas());
        contextMenu(page.pairs().table());
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        setOptions(options);
        OpenDatasets.get().addActiveListener(activeListener);
        showDataset(OpenDatasets.get().active().orElse(null));
    }

    private void contextMenu(Control control) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            manager.add(new CommandContributionItem(new CommandContributionItemParameter(getSite(), null,
                Ids.OPEN_MISMATCHES, CommandContributionItem.STYLE_PUSH)));
            manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            manager.add(new GroupMarker("matrix"));
            actions.fillContextMenu(manager);
        });
        control.setMenu(menu.createContextMenu(control));
        getSite().registerContextMenu(menu, selection);
    }

    private void showDataset(OpenDataset next) {
        if (next == dataset && (next == null || source != null)) {
            if (next == null) {
                showNoDataset();
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
            showNoDataset();
            return;
        }
        Optional<Run> run = ComparedRun.of(next);
        if (run.isEmpty()) {
            showRun(null);
            next.addListener(runsListener);
            showPage(empty);
            empty.show(NLS.bind(Messages.Empty_NoRun, next.name()),
                List.of(new EmptyPage.Offer(Messages.Empty_AddRun, Ids.ADD_RUN)));
            return;
        }
        showRun(run.get());
    }

    /** A dataset without a run may get one. */
    private void runsChanged(DatasetListener.DatasetEvent event) {
        if (event.evaluation() && !display().isDisposed()) {
            display().asyncExec(() -> {
                if (event.dataset() == dataset && source == null && !stack.isDisposed()
                    && !dataset.document().getRuns().isEmpty()) {
                    dataset.removeListener(runsListener);
                    dataset = null;
                    showDataset(event.dataset());
                }
            });
        }
    }

    private void showNoDataset() {
        empty.show(Messages.Empty_NoDataset, List.of(new EmptyPage.Offer(Messages.Empty_Sample, Ids.TRY_SAMPLE),
            new EmptyPage.Offer(Messages.Empty_Import, Ids.IMPORT_DATASET),
            new EmptyPage.Offer(Messages.Empty_Open, Ids.OPEN_DATASET)));
        showPage(empty);
    }

    /** Shows another run of the dataset; null for none. */
    void showRun(Run run) {
        if (source != null) {
            source.close();
            source = null;
        }
        selection.select(StructuredSelection.EMPTY);
        model = null;
        describe(null);
        page.show(null, null, null);
        filter.follow(run == null ? null : dataset, run);
        actions.update();
        setContentDescription("");
        if (run != null) {
            source = new MatrixSource(dataset, run, display(), this);
            startLoading();
        }
    }

    /** The person chose a run. */
    void chooseRun(Run run) {
        ComparedRun.choose(dataset, run);
        showRun(run);
    }

    private void startLoading() {
        loading.show(NLS.bind(Messages.Loading_Message, source.run().getName(), source.dataset().name()), source);
        showPage(loading);
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
            loading.hide();
            showPage(page);
        }
        actions.update();
        ClassPair cell = canvas().selected();
        selection.select(cell == null ? StructuredSelection.EMPTY : new StructuredSelection(cell(cell)));
        describe(canvas().hovered());
        if (first) {
            // later: where the page that had the keys is hidden, the toolkit looks for another control first
            display().asyncExec(this::takeKeys);
        }
    }

    private void takeKeys() {
        if (!stack.isDisposed() && pages.topControl == page && hasFocus() && !(display().getFocusControl() instanceof Text)) {
            setFocus();
        }
    }

    private boolean hasFocus() {
        return getSite().getPage().getActivePart() == this;
    }

    @Override
    public void failed(Throwable reason) {
        loading.hide();
        model = null;
        String why = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        EmptyPage.Offer retry = new EmptyPage.Offer(Messages.Empty_Retry, RETRY);
        empty.show(NLS.bind(Messages.Empty_Failed, dataset.name(), why), dataset.evaluations().matching().byMasks()
            ? List.of(new EmptyPage.Offer(Messages.Empty_Boxes, BOXES), retry) : List.of(retry));
        showPage(empty);
    }

    @Override
    public void stopped() {
        if (model != null) {
            return;
        }
        loading.hide();
        empty.show(NLS.bind(Messages.Empty_Stopped, dataset.name()),
            List.of(new EmptyPage.Offer(Messages.Empty_Retry, RETRY)));
        showPage(empty);
    }

    private void showPage(Control control) {
        pages.topControl = control;
        stack.layout();
    }

    /** Does what a link of the empty page says. */
    private void follow(String target) {
        if (RETRY.equals(target)) {
            source.retry();
            startLoading();
        } else if (BOXES.equals(target)) {
            matching.matchByMasks(false);
            startLoading();
        } else {
            commands.run(target);
        }
    }

    /** The person selected a cell, in the matrix or in the list. */
    void selected(ClassPair pair) {
        selection.select(new StructuredSelection(cell(pair)));
        describe(pair);
        actions.update();
    }

    private MatrixCell cell(ClassPair pair) {
        return new MatrixCell(dataset, source.run(), pair.groundTruth(), pair.predicted());
    }

    /** Shows a cell in words in the status line; the selected one again for null. */
    void describe(ClassPair pair) {
        ClassPair shown = pair != null ? pair : canvas().selected();
        IStatusLineManager line = getViewSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(null);
        line.setMessage(shown == null || model == null ? null : CellWords.summary(model, shown));
    }

    /** Shows the members of a cell. */
    void open(ClassPair pair) {
        if (model.count(pair) == 0) {
            commands.showError(NLS.bind(Messages.Open_Nothing, CellWords.classes(model, pair)));
            return;
        }
        selected(pair);
        commands.run(Ids.OPEN_MISMATCHES);
    }

    /** Another part selected something. */
    private void showSelected(ISelection other) {
        if (other instanceof IStructuredSelection structured && structured.getFirstElement() instanceof MatrixCell cell
            && source != null && cell.dataset() == dataset && cell.run() == source.run() && model != null) {
            ClassPair pair = new ClassPair(cell.groundTruth(), cell.predicted());
            if (model.contains(pair)) {
                page.select(pair);
                selected(pair);
            }
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

    /** Whether the person said anything of classes. */
    boolean hasRules() {
        return model != null && matching.arePersonal(model.facts().rules());
    }

    /** How the dataset is to be matched. */
    MatchingChoices matching() {
        return matching;
    }

    /** The person looks for classes. */
    void find(String text) {
        BitSet found = model == null ? new BitSet() : ClassSearch.find(model.names(), text);
        page.setFound(found, !text.isBlank());
        IStatusLineManager line = getViewSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(null);
        line.setMessage(text.isBlank() ? null : found.cardinality() == 1 ? Messages.Find_One
            : NLS.bind(Messages.Find_Result, found.cardinality()));
    }

    void copyMatrix() {
        if (model != null) {
            Texts.copy(display(), MatrixExport.tsv(model, options.normalisation()));
        }
    }

    void copyPairs() {
        Texts.copy(display(), page.pairs().text());
    }

    void export() {
        if (model != null) {
            MatrixExport.save(getSite().getShell(), model, options.normalisation());
        }
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
        return stack.getDisplay();
    }

    @Override
    public void setFocus() {
        if (pages.topControl == page) {
            canvas().setFocus();
        } else {
            pages.topControl.setFocus();
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
        if (selection != null) {
            selection.close();
        }
        if (undoRedo != null) {
            undoRedo.close();
        }
        super.dispose();
    }
}
