package dev.errata.ui.charts;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import dev.errata.dataset.VisibleText;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;
import dev.errata.ui.VirtualRows;
import dev.errata.ui.charts.model.ClassRow;
import dev.errata.ui.charts.model.MetricsModel;
import dev.errata.ui.charts.model.MetricsTable;

/** The numbers class by class, all together on top. A click on a heading sorts, another one turns round. */
final class ClassTable {

    private static final int NAME_WIDTH = 96;
    /** Room for the margins of a cell and the arrow of the order. */
    private static final int PADDING = 26;

    private final Composite holder;
    private final TableViewer viewer;
    private MetricsModel model;
    private Comparator<ClassRow> order;

    ClassTable(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.SINGLE | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        AccessibleNames.set(viewer.getTable(), Messages.Table_name);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        List<String> headings = Messages.headings();
        Collator collator = Collator.getInstance();
        column(layout, 0, headings, 30, SWT.LEFT, Comparator.comparing(ClassRow::name, collator));
        column(layout, 1, headings, 12, SWT.RIGHT, falling(row -> row.metrics().annotations()));
        column(layout, 2, headings, 12, SWT.RIGHT, falling(row -> row.metrics().byConfidence().predictions()));
        column(layout, 3, headings, 11, SWT.RIGHT, falling(row -> row.metrics().ap()));
        column(layout, 4, headings, 11, SWT.RIGHT, falling(ClassRow::importedAp));
        column(layout, 5, headings, 11, SWT.RIGHT, falling(row -> row.metrics().ap50()));
        column(layout, 6, headings, 11, SWT.RIGHT, falling(row -> row.metrics().ap75()));
        column(layout, 7, headings, 11, SWT.RIGHT, falling(row -> row.metrics().ar100()));
        column(layout, 8, headings, 11, SWT.RIGHT, falling(row -> row.best().confidence()));
        column(layout, 9, headings, 11, SWT.RIGHT, falling(row -> row.best().precision()));
        column(layout, 10, headings, 11, SWT.RIGHT, falling(row -> row.best().recall()));
        column(layout, 11, headings, 11, SWT.RIGHT, falling(row -> row.best().f1()));
    }

    private static Comparator<ClassRow> falling(ToDoubleFunction<ClassRow> value) {
        return Comparator.comparingDouble(value).reversed();
    }

    private void column(TableColumnLayout layout, int index, List<String> headings, int weight, int alignment,
        Comparator<ClassRow> byColumn) {
        TableViewerColumn viewerColumn = new TableViewerColumn(viewer, alignment);
        TableColumn column = viewerColumn.getColumn();
        column.setText(headings.get(index));
        column.setToolTipText(Messages.tips().get(index));
        layout.setColumnData(column, new ColumnWeightData(weight, index == 0 ? NAME_WIDTH : width(headings.get(index))));
        viewerColumn.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return VisibleText.oneLine(text((ClassRow) row, index));
            }
        });
        column.addListener(SWT.Selection, event -> sort(column, byColumn));
    }

    /** Counts are read more easily in groups of digits, which would be in the way in a file. */
    private static String text(ClassRow row, int index) {
        return switch (index) {
            case 1 -> Texts.number(row.metrics().annotations());
            case 2 -> Texts.number(row.metrics().byConfidence().predictions());
            default -> MetricsTable.cells(row).get(index);
        };
    }

    /** The room that a heading needs, and the numbers below it. */
    private int width(String heading) {
        GC gc = new GC(viewer.getTable());
        try {
            return Math.max(gc.stringExtent(heading).x, gc.stringExtent("0.0000").x) + PADDING;
        } finally {
            gc.dispose();
        }
    }

    private void sort(TableColumn column, Comparator<ClassRow> byColumn) {
        Table table = viewer.getTable();
        boolean again = table.getSortColumn() == column && table.getSortDirection() == SWT.DOWN;
        table.setSortColumn(column);
        table.setSortDirection(again ? SWT.UP : SWT.DOWN);
        order = again ? byColumn.reversed() : byColumn;
        fill();
    }

    /** Shows other numbers; the selected class stays selected. */
    void show(MetricsModel newModel) {
        int label = selected() == null ? ClassRow.ALL : selected().label();
        model = newModel;
        fill();
        select(label);
    }

    private void fill() {
        ClassRow selected = selected();
        List<ClassRow> rows = rows();
        VirtualRows.shrink(viewer, rows.size());
        viewer.setInput(rows);
        if (selected != null) {
            select(selected.label());
        }
    }

    /** As shown: all classes together stay on top. */
    List<ClassRow> rows() {
        if (model == null) {
            return List.of();
        }
        Comparator<ClassRow> onTop = Comparator.comparing(row -> row.label() != ClassRow.ALL);
        return order == null ? model.rows() : model.rows().stream().sorted(onTop.thenComparing(order)).toList();
    }

    /** Selects a class where the table has it. */
    void select(int label) {
        rows().stream().filter(row -> row.label() == label).findFirst()
            .ifPresent(row -> viewer.setSelection(new StructuredSelection(row), true));
    }

    /** The selected row, or null. */
    ClassRow selected() {
        return (ClassRow) viewer.getStructuredSelection().getFirstElement();
    }

    /** @param listener gets the row that was selected, or null */
    void onSelect(Consumer<ClassRow> listener) {
        viewer.addSelectionChangedListener(event -> listener.accept(selected()));
    }

    Composite control() {
        return holder;
    }

    Table table() {
        return viewer.getTable();
    }
}
