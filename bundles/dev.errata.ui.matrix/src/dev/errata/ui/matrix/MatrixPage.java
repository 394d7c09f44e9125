package dev.errata.ui.matrix;

import java.util.BitSet;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.themes.IThemeManager;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.Slice;
import dev.errata.dataset.model.Run;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;
import dev.errata.ui.commands.RunnableHandler;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.controls.PairList;
import dev.errata.ui.matrix.controls.ThresholdBar;
import dev.errata.ui.matrix.filter.FilterBar;
import dev.errata.ui.matrix.filter.FilterControl;
import dev.errata.ui.matrix.filter.SliceList;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.matrix.model.Normalisation;

/** The widgets of the view while there is a matrix: controls above, matrix and list of pairs, facts and legend below. */
final class MatrixPage extends Composite implements FilterControl.View {

    private static final int WHOLE = 100;
    /** On less than this, square points, there is no room for a list of pairs with the matrix. */
    private static final int SMALL = 110_000;
    /** A view is wide if it is this many times as wide as high. */
    private static final double WIDE = 1.15;
    /** How much wider or narrower than that it has to be before it turns. */
    private static final double SLACK = 1.15;

    /** In less than this width and height the controls above would take too much from the matrix, points. */
    private static final Point NARROW = new Point(440, 520);

    private final MatrixView view;
    private final Composite bar;
    private final Combo runs;
    private final Combo normalisation;
    private final ThresholdBar thresholdBar;
    private final FindField search;
    private final FilterBar filter;
    private final SashForm sash;
    private final Composite side;
    private final StackLayout sides = new StackLayout();
    private final SliceList slices;
    private boolean pairsShown;
    private final MatrixCanvas canvas;
    private final PairList pairs;
    private final MatrixFoot foot;
    private List<Run> shownRuns = List.of();

    MatrixPage(Composite parent, MatrixView view) {
        super(parent, SWT.NONE);
        this.view = view;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 4;
        layout.marginHeight = 2;
        layout.verticalSpacing = 3;
        setLayout(layout);
        bar = new Composite(this, SWT.NONE);
        bar.setLayout(row(10));
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        runs = combo(Messages.Bar_Run);
        normalisation = combo(Messages.Bar_Normalisation);
        normalisation.setItems(Messages.normalisations());
        search = new FindField(bar, this, view);
        thresholdBar = new ThresholdBar(bar);

        filter = new FilterBar(this, view.filter());
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));

        sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        canvas = new MatrixCanvas(sash, themes);
        canvas.setCellSize(view.settings().cellSize());
        side = new Composite(sash, SWT.NONE);
        side.setLayout(sides);
        pairs = new PairList(side);
        slices = new SliceList(side, view.filter()::isChosen);
        pairs.setBackground(view.settings().backgroundPairs());
        int weight = view.settings().pairsWeight();
        sash.setWeights(WHOLE - weight, weight);
        sides.topControl = pairs.table().getParent();
        sash.addListener(SWT.Resize, event -> turnSash());
        addListener(SWT.Resize, event -> setCompact(getSize().x < NARROW.x && getSize().y < NARROW.y));
        showPairs(view.settings().pairs());

        foot = new MatrixFoot(this, themes);
        view.filter().connect(this);
        listen();
    }

    private void setCompact(boolean compact) {
        thresholdBar.setCompact(compact);
        search.setCompact(compact);
    }

    /** A row that is continued below where the view is narrow. */
    static RowLayout row(int spacing) {
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.spacing = spacing;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        return row;
    }

    /** The list stands beside the matrix where the view is wide, below it where it is high. */
    private void turnSash() {
        showSide();
        Point size = sash.getSize();
        boolean across = sash.getOrientation() == SWT.HORIZONTAL;
        // a line of text more or less above must not turn it
        double wide = across ? WIDE / SLACK : WIDE * SLACK;
        int orientation = size.x < wide * size.y ? SWT.VERTICAL : SWT.HORIZONTAL;
        if (size.x > 0 && size.y > 0 && sash.getOrientation() != orientation) {
            sash.setOrientation(orientation);
        }
    }

    private Combo combo(String name) {
        Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(name);
        AccessibleNames.set(combo, name);
        return combo;
    }

    private void listen() {
        runs.addListener(SWT.Selection, event -> view.chooseRun(shownRuns.get(runs.getSelectionIndex())));
        normalisation.addListener(SWT.Selection, event -> view.setOptions(
            view.options().withNormalisation(Normalisation.values()[normalisation.getSelectionIndex()])));
        thresholdBar.onChange(wanted -> view.matching().want(wanted));
        slices.onChoose(view.filter()::choose);
        canvas.onSelect(pair -> {
            pairs.select(pair);
            view.cells().select(pair);
        });
        canvas.onHover(pair -> view.cells().describe(pair));
        canvas.onOpen(pair -> view.cells().open(pair));
        canvas.onCellSize(() -> view.settings().setCellSize(canvas.cellSize()));
        pairs.onSelect(pair -> {
            canvas.select(pair);
            view.cells().select(pair);
        });
        pairs.onOpen(pair -> view.cells().open(pair));
        side.addListener(SWT.Resize, event -> {
            int[] weights = sash.getWeights();
            if (sash.getMaximizedControl() == null && weights[0] + weights[1] > 0) {
                view.settings().setPairsWeight(Math.round((float) WHOLE * weights[1] / (weights[0] + weights[1])));
            }
        });
    }

    /** Puts the keys for copying and finding to work: for copying only while the matrix or the list has the focus. */
    void connect(IHandlerService handlers) {
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, new RunnableHandler(search::focus));
        RunnableHandler.whileFocused(canvas, handlers, IWorkbenchCommandConstants.EDIT_COPY, view::copyMatrix);
        RunnableHandler.whileFocused(pairs.table(), handlers, IWorkbenchCommandConstants.EDIT_COPY,
            () -> Texts.copy(getDisplay(), pairs.text()));
    }

    /** Shows a matrix and the runs to choose from; nulls for none. */
    void show(MatrixModel model, OpenDataset dataset, Run run) {
        canvas.setModel(model);
        boolean fresh = model != null && canvas.selected() == null;
        if (fresh) {
            canvas.mark(model.worst());
        }
        pairs.setModel(model);
        pairs.select(canvas.selected());
        if (fresh) {
            pairs.showTop();
        }
        foot.show(model, dataset, view.options(), canvas.hiddenClasses());
        if (model != null) {
            showRuns(dataset.document().getRuns(), run);
            search.show(model);
        }
    }

    private void showRuns(List<Run> all, Run current) {
        List<Run> now = List.copyOf(all);
        if (!now.equals(shownRuns)) {
            shownRuns = now;
            runs.setItems(now.stream().map(Run::getName).map(VisibleText::oneLine).toArray(String[]::new));
            boolean several = now.size() > 1;
            runs.setVisible(several);
            RowData data = new RowData();
            data.exclude = !several;
            runs.setLayoutData(data);
            runs.requestLayout();
        }
        runs.select(now.indexOf(current));
    }

    @Override
    public void showFilter(String text) {
        filter.set(text);
    }

    @Override
    public void showError(int column, String why) {
        filter.showError(column, why);
    }

    @Override
    public void showNotes(List<String> notes) {
        filter.showNotes(notes);
    }

    @Override
    public void showSlices(Field field, List<Slice> counted) {
        if (field != null) {
            slices.show(field, counted);
        }
        sides.topControl = field == null ? pairs.table().getParent() : slices.table().getParent();
        side.layout();
        showSide();
    }

    private boolean isSliced() {
        return sides.topControl == slices.table().getParent();
    }

    private void showSide() {
        Point size = sash.getSize();
        boolean room = size.x == 0 || size.x * size.y >= SMALL;
        Control alone = pairsShown && room || isSliced() ? null : canvas;
        if (sash.getMaximizedControl() != alone) {
            sash.setMaximizedControl(alone);
        }
    }

    void setThresholds(Thresholds thresholds) {
        thresholdBar.set(thresholds);
    }

    void setOptions(MatrixOptions options) {
        normalisation.select(options.normalisation().ordinal());
        canvas.setOptions(options);
        foot.show(view.model(), options);
        foot.showHidden(canvas.hiddenClasses());
    }

    void showPairs(boolean shown) {
        pairsShown = shown;
        showSide();
    }

    /** @param searching whether the person looks for anything; the list is filtered then */
    void setFound(BitSet classes, boolean searching) {
        canvas.setFound(classes);
        foot.showHidden(canvas.hiddenClasses());
        pairs.setClasses(searching ? classes::get : label -> true);
        if (!classes.isEmpty()) {
            canvas.reveal(classes.nextSetBit(0));
        }
    }

    void select(ClassPair pair) {
        canvas.select(pair);
        pairs.select(pair);
    }

    MatrixCanvas canvas() {
        return canvas;
    }

    PairList pairs() {
        return pairs;
    }
}
