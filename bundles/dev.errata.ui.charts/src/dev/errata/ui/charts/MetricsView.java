package dev.errata.ui.charts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.metrics.ConfidenceCurve;
import dev.errata.ui.Delivery;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.Texts;
import dev.errata.ui.WhenShown;
import dev.errata.ui.charts.model.MetricsModel;
import dev.errata.ui.charts.model.MetricsTable;
import dev.errata.ui.matching.ComparedRun;
import dev.errata.ui.selection.MatrixCell;

/**
 * Average precision, curves and kinds of errors of one run of the active dataset. Computed while somebody looks: changes of
 * labels are followed at once on small datasets, on large ones when asked.
 */
public final class MetricsView extends ViewPart implements Delivery.Receiver<MetricsModel> {

    /** Up to so many labels and predictions computing again takes a fraction of a second. */
    private static final int SMALL = 400_000;
    private static final long PAUSE_MILLISECONDS = 700;

    private final Consumer<Optional<OpenDataset>> activeListener = active -> showDataset(active.orElse(null));
    private final DatasetListener datasetListener = this::changed;
    private final ISelectionListener selectionListener = (part, selection) -> {
        if (part != this && selection instanceof IStructuredSelection cells
            && cells.getFirstElement() instanceof MatrixCell cell) {
            follow(cell);
        }
    };
    private WhenShown visibility;
    private Composite stack;
    private StackLayout pages;
    private Label message;
    private MetricsPage page;
    private ClassActions actions;
    private OpenDataset dataset;
    private MetricsSource source;
    private MetricsModel model;
    private boolean wanted;

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        pages.marginWidth = 4;
        pages.marginHeight = 4;
        stack.setLayout(pages);
        message = new Label(stack, SWT.WRAP);
        page = new MetricsPage(stack, this);
        actions = new ClassActions(this, getSite().getService(IHandlerService.class));
        actions.fill(getViewSite().getActionBars());
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(actions::fill);
        page.table().table().setMenu(menu.createContextMenu(page.table().table()));
        getSite().getPage().addSelectionListener(selectionListener);
        visibility = new WhenShown(this, this::computeIfWanted);
        OpenDatasets.get().addActiveListener(activeListener);
        showDataset(OpenDatasets.get().active().orElse(null));
    }

    private void showDataset(OpenDataset next) {
        if (dataset != null) {
            dataset.removeListener(datasetListener);
        }
        dataset = next;
        if (next == null) {
            showRun(null);
            say(Messages.Page_noDataset);
            return;
        }
        next.addListener(datasetListener);
        Optional<Run> run = ComparedRun.of(next);
        showRun(run.orElse(null));
        if (run.isEmpty()) {
            say(NLS.bind(Messages.Page_noRun, next.name()));
        }
    }

    /** Shows another run of the dataset; null for none. */
    void showRun(Run run) {
        if (source != null) {
            source.close();
            source = null;
        }
        model = null;
        if (run != null) {
            source = new MetricsSource(dataset, run, stack.getDisplay(), this);
            say(NLS.bind(Messages.Page_computing, run.getName()));
            want(0);
        }
        actions.update();
    }

    private void follow(MatrixCell cell) {
        if (cell.dataset() != dataset || source == null) {
            return;
        }
        if (cell.run() != source.run()) {
            showRun(cell.run());
        }
        if (model != null) {
            page.table().select(cell.groundTruth() < model.rows().size() - 1 ? cell.groundTruth() : cell.predicted());
        }
    }

    /** Any thread. */
    private void changed(DatasetListener.DatasetEvent event) {
        if (event.images().isEmpty() && !event.evaluation()) {
            return;
        }
        stack.getDisplay().asyncExec(() -> {
            if (stack.isDisposed() || event.dataset() != dataset) {
                return;
            }
            if (source == null && !dataset.document().getRuns().isEmpty()) {
                showRun(dataset.document().getRuns().get(0));
            } else if (source != null && (!event.images().isEmpty() || hasOtherFilter())) {
                outdated();
            }
            if (model != null) {
                page.showRuns(dataset.document().getRuns(), source.run());
            }
        });
    }

    /** Thresholds and profiles of the matrix play no part here, its filter does. */
    private boolean hasOtherFilter() {
        return model != null && model.filter() != dataset.evaluations().filter().orElse(null);
    }

    private void outdated() {
        if (dataset.annotations().size() + (long) source.run().getPredictions() <= SMALL) {
            want(PAUSE_MILLISECONDS);
        } else {
            page.showStale(true);
        }
    }

    /** Computes now if somebody looks, else when somebody does. */
    private void want(long pause) {
        wanted = !visibility.isShown();
        if (!wanted) {
            source.start(pause);
        }
    }

    private void computeIfWanted() {
        if (wanted && source != null) {
            wanted = false;
            source.start(0);
        }
    }

    /** The person wants the numbers of now. */
    void computeAgain() {
        if (source != null) {
            source.start(0);
        }
    }

    @Override
    public void show(MetricsModel newModel) {
        model = newModel;
        page.show(newModel);
        page.showRuns(dataset.document().getRuns(), source.run());
        pages.topControl = page;
        stack.layout();
        actions.update();
    }

    @Override
    public void failed(Throwable reason) {
        model = null;
        say(NLS.bind(Messages.Page_failed, source.run().getName(), reason.getMessage() == null ? reason : reason.getMessage()));
    }

    @Override
    public void stopped() {
        if (model == null) {
            say(NLS.bind(Messages.Page_stopped, source.run().getName()));
        } else {
            page.showStale(true);
        }
    }

    private void say(String text) {
        message.setText(Texts.inLabel(text));
        pages.topControl = message;
        stack.layout();
    }

    /** The numbers in one line. */
    static String facts(MetricsModel model) {
        String values = model.values().entrySet().stream()
            .map((Map.Entry<String, Double> value) -> value.getKey() + ' ' + MetricsTable.number(value.getValue()))
            .collect(Collectors.joining(", "));
        Double imported = model.importedValues().get("AP");
        String all = imported == null ? values : NLS.bind(Messages.Facts_imported, values, MetricsTable.number(imported));
        if (model.filter() == null) {
            return all;
        }
        String pattern = model.filter().ofImagesOnly() ? Messages.Facts_where : Messages.Facts_whole;
        return NLS.bind(pattern, all, model.filter().text());
    }

    /** A value at each of 101 thresholds. */
    static double[] steps(IntToDoubleFunction value) {
        return IntStream.range(0, ConfidenceCurve.STEPS).mapToDouble(value).toArray();
    }

    OpenDataset dataset() {
        return dataset;
    }

    MetricsModel model() {
        return model;
    }

    MetricsPage page() {
        return page;
    }

    void selected() {
        actions.update();
    }

    @Override
    public void setFocus() {
        if (pages.topControl == page) {
            page.table().table().setFocus();
        } else {
            stack.setFocus();
        }
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(activeListener);
        getSite().getPage().removeSelectionListener(selectionListener);
        visibility.close();
        if (dataset != null) {
            dataset.removeListener(datasetListener);
        }
        if (source != null) {
            source.close();
        }
        super.dispose();
    }
}
