package dev.errata.ui.charts;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.model.Run;
import dev.errata.engine.metrics.ConfidenceCurve;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;
import dev.errata.ui.charts.CurveChart.Curve;
import dev.errata.ui.charts.model.ClassRow;
import dev.errata.ui.charts.model.MetricsModel;

/** The widgets of the view while there are metrics: the numbers above, classes, charts of the selected class. */
final class MetricsPage extends Composite {

    /** Places of IoU 0.50, 0.75 and 0.90 among COCO's thresholds. */
    private static final int[] IOU_STEPS = {0, 5, 8};

    private final MetricsView view;
    private final Combo runs;
    private final Label facts;
    private final Composite stale;
    private final SashForm sash;
    private final ClassTable table;
    private final CurveChart precision;
    private final CurveChart confidence;
    private final ErrorChart errors;
    private List<Run> shownRuns = List.of();
    private MetricsModel model;

    MetricsPage(Composite parent, MetricsView view) {
        super(parent, SWT.NONE);
        this.view = view;
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(this);
        runs = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        runs.setToolTipText(Messages.Run_name);
        AccessibleNames.set(runs, Messages.Run_name);
        runs.addListener(SWT.Selection, event -> view.showRun(shownRuns.get(runs.getSelectionIndex())));
        facts = new Label(this, SWT.WRAP);
        facts.setToolTipText(Messages.Facts_tip);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(100, SWT.DEFAULT).applyTo(facts);
        stale = stale();
        sash = new SashForm(this, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(sash);
        table = new ClassTable(sash);
        ChartStyle style = new ChartStyle(PlatformUI.getWorkbench().getThemeManager());
        CTabFolder tabs = new CTabFolder(sash, SWT.BOTTOM);
        precision = new CurveChart(tabs, style, Messages.Precision_name, Messages.Precision_abscissa,
            Messages.Precision_ordinate);
        confidence = new CurveChart(tabs, style, Messages.Confidence_name, Messages.Confidence_abscissa,
            Messages.Confidence_ordinate);
        errors = new ErrorChart(tabs, style);
        tab(tabs, Messages.Precision_name, precision.control());
        tab(tabs, Messages.Confidence_name, confidence.control());
        tab(tabs, Messages.Errors_name, errors.control());
        tabs.setSelection(0);
        sash.setWeights(40, 60);
        sash.addListener(SWT.Resize, event -> turnSash());
        table.onSelect(row -> {
            showCurves();
            view.selected();
        });
    }

    private Composite stale() {
        Composite bar = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).exclude(true).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.Stale);
        Link again = new Link(bar, SWT.NONE);
        again.setText("<a>" + Messages.Refresh + "</a>");
        again.setToolTipText(Messages.Refresh_tip);
        again.addListener(SWT.Selection, event -> view.computeAgain());
        bar.setVisible(false);
        return bar;
    }

    private static void tab(CTabFolder tabs, String name, Control chart) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(name);
        tab.setControl(chart);
    }

    /** Side by side where the view is wide, one above the other where it is not. */
    private void turnSash() {
        int wanted = sash.getSize().x > 2 * sash.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != wanted) {
            sash.setOrientation(wanted);
        }
    }

    void show(MetricsModel shown) {
        model = shown;
        facts.setText(Texts.inLabel(MetricsView.facts(shown)));
        showStale(false);
        table.show(shown);
        errors.show(shown.tide());
        showCurves();
        layout(true, true);
    }

    void showRuns(List<Run> all, Run current) {
        List<Run> now = List.copyOf(all);
        if (!now.equals(shownRuns)) {
            shownRuns = now;
            runs.setItems(now.stream().map(Run::getName).toArray(String[]::new));
            layout(true, true);
        }
        runs.select(now.indexOf(current));
    }

    void showStale(boolean shown) {
        GridDataFactory.createFrom((GridData) stale.getLayoutData()).exclude(!shown).applyTo(stale);
        stale.setVisible(shown);
        layout(true, true);
    }

    private void showCurves() {
        ClassRow row = table.selected();
        if (row == null || model == null) {
            return;
        }
        String[] names = {Messages.Precision_iou50, Messages.Precision_iou75, Messages.Precision_iou90};
        precision.show(IntStream.range(0, IOU_STEPS.length)
            .mapToObj(i -> new Curve(names[i], model.precisionByRecall(row, IOU_STEPS[i]))).toList());
        ConfidenceCurve curve = row.metrics().byConfidence();
        confidence.show(row.isLabelled() ? List.of(
            new Curve(Messages.Confidence_precision, MetricsView.steps(step -> curve.at(step).precision())),
            new Curve(Messages.Confidence_recall, MetricsView.steps(step -> curve.at(step).recall())),
            new Curve(Messages.Confidence_f1, MetricsView.steps(step -> curve.at(step).f1()))) : List.of());
    }

    ClassTable table() {
        return table;
    }

    /** Precision over recall of the selected class. */
    CurveChart precision() {
        return precision;
    }

    /** Precision, recall and F1 over the confidence threshold of the selected class. */
    CurveChart confidence() {
        return confidence;
    }
}
