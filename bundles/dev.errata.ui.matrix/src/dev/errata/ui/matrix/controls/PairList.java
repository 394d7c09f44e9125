package dev.errata.ui.matrix.controls;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import dev.errata.ui.AccessibleNames;
import dev.errata.ui.VirtualRows;
import dev.errata.ui.matrix.canvas.CellWords;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.ConfusedPairs;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;

/** The confused pairs as a sorted list; a virtual table, since a thousand classes can have a hundred thousand of them. */
public final class PairList {

    private final TableViewer viewer;
    private final Table table;
    private MatrixModel model;
    private ConfusedPairs pairs;
    private IntPredicate classes = label -> true;
    private boolean background = true;
    private ConfusedPairs.Order order = ConfusedPairs.Order.COUNT;
    private boolean reversed;
    private ClassPair selected;
    private Consumer<ClassPair> selectionListener = pair -> { };
    private Consumer<ClassPair> openListener = pair -> { };

    public PairList(Composite parent) {
        Composite holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        table = viewer.getTable();
        table.setHeaderVisible(true);
        AccessibleNames.set(table, Messages.Pairs_Name);
        viewer.setUseHashlookup(true);
        column(layout, Messages.Pairs_GroundTruth, SWT.LEFT, 34, 72, ConfusedPairs.Order.GROUND_TRUTH,
            pair -> model.name(pair.groundTruth()));
        column(layout, Messages.Pairs_Predicted, SWT.LEFT, 34, 72, ConfusedPairs.Order.PREDICTED,
            pair -> model.name(pair.predicted()));
        column(layout, Messages.Pairs_Count, SWT.RIGHT, 16, 56, ConfusedPairs.Order.COUNT,
            pair -> CountFormat.full(model.count(pair)));
        column(layout, Messages.Pairs_Share, SWT.RIGHT, 16, 56, ConfusedPairs.Order.SHARE,
            pair -> CountFormat.percent(model.rowShare(pair.groundTruth(), pair.predicted())));
        table.setSortColumn(table.getColumn(2));
        table.setSortDirection(SWT.DOWN);
        viewer.setContentProvider((ILazyContentProvider) index -> {
            if (pairs != null && index < pairs.count()) {
                viewer.replace(pairs.pair(index), index);
            }
        });
        viewer.setInput(this);
        table.addListener(SWT.Selection, event -> selectedInTable());
        table.addListener(SWT.DefaultSelection, event -> {
            if (selected != null) {
                openListener.accept(selected);
            }
        });
    }

    private void column(TableColumnLayout layout, String title, int alignment, int weight, int smallest,
        ConfusedPairs.Order columnOrder, Function<ClassPair, String> text) {
        TableViewerColumn viewerColumn = new TableViewerColumn(viewer, alignment);
        TableColumn column = viewerColumn.getColumn();
        column.setText(title);
        column.setToolTipText(Messages.Pairs_SortTip);
        layout.setColumnData(column, new ColumnWeightData(weight, smallest));
        viewerColumn.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((ClassPair) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return CellWords.details(model, (ClassPair) element);
            }
        });
        column.addListener(SWT.Selection, event -> sort(column, columnOrder));
    }

    private void sort(TableColumn column, ConfusedPairs.Order columnOrder) {
        reversed = order == columnOrder && !reversed;
        order = columnOrder;
        boolean ascending = columnOrder == ConfusedPairs.Order.GROUND_TRUTH || columnOrder == ConfusedPairs.Order.PREDICTED;
        table.setSortColumn(column);
        table.setSortDirection(ascending != reversed ? SWT.UP : SWT.DOWN);
        fill();
    }

    private void selectedInTable() {
        int index = table.getSelectionIndex();
        if (pairs != null && index >= 0 && index < pairs.count()) {
            selected = pairs.pair(index);
            selectionListener.accept(selected);
        }
    }

    public void setModel(MatrixModel newModel) {
        model = newModel;
        fill();
    }

    /** Lists only pairs of which one class at least passes. */
    public void setClasses(IntPredicate newClasses) {
        classes = newClasses;
        fill();
    }

    public void setBackground(boolean shown) {
        background = shown;
        fill();
    }

    private void fill() {
        pairs = model == null ? null : ConfusedPairs.of(model, classes, background, order, reversed);
        table.setRedraw(false);
        try {
            int count = pairs == null ? 0 : pairs.count();
            VirtualRows.shrink(viewer, count);
            viewer.setItemCount(count);
            viewer.refresh();
            showSelected();
        } finally {
            table.setRedraw(true);
        }
    }

    /** Selects a pair where the list holds it; tells nobody. */
    public void select(ClassPair pair) {
        selected = pair;
        showSelected();
    }

    private void showSelected() {
        int index = pairs == null || selected == null ? -1 : pairs.indexOf(selected);
        if (index < 0) {
            table.deselectAll();
        } else if (table.getSelectionIndex() != index) {
            table.setSelection(index);
        }
    }

    /** Scrolls to the first pair, wherever the selected one is. */
    public void showTop() {
        table.setTopIndex(0);
    }

    /** @param listener gets the pair that the person selected */
    public void onSelect(Consumer<ClassPair> listener) {
        selectionListener = listener;
    }

    /** @param listener gets the pair that the person wants to see the members of */
    public void onOpen(Consumer<ClassPair> listener) {
        openListener = listener;
    }

    ConfusedPairs pairs() {
        return pairs;
    }

    public Table table() {
        return table;
    }

    /** The list with its header, for pasting into a spreadsheet. */
    public String text() {
        StringBuilder text = new StringBuilder(String.join("\t", Messages.Pairs_GroundTruth, Messages.Pairs_Predicted,
            Messages.Pairs_Count, Messages.Pairs_Share)).append('\n');
        for (int i = 0; pairs != null && i < pairs.count(); i++) {
            ClassPair pair = pairs.pair(i);
            text.append(model.name(pair.groundTruth())).append('\t')
                .append(model.name(pair.predicted())).append('\t')
                .append(model.count(pair)).append('\t')
                .append(CountFormat.percent(model.rowShare(pair.groundTruth(), pair.predicted()))).append('\n');
        }
        return text.toString();
    }
}
