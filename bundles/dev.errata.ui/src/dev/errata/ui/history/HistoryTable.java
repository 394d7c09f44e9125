package dev.errata.ui.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.errata.dataset.VisibleText;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.RowTips;
import dev.errata.ui.VirtualRows;

/** The steps in columns, the latest on top. */
final class HistoryTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault());

    private final Composite holder;
    private final TableViewer viewer;
    private final RowTips tips;

    HistoryTable(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        TableColumnLayout columns = new TableColumnLayout();
        holder.setLayout(columns);
        viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        AccessibleNames.set(viewer.getTable(), Messages.HistoryTable_name);
        column(columns, Messages.HistoryTable_when, 150, row -> TIME.format(row.when()));
        column(columns, Messages.HistoryTable_who, 60, StepRow::who);
        column(columns, Messages.HistoryTable_what, 180, StepRow::what);
        column(columns, Messages.HistoryTable_image, 130, StepRow::fileName);
        column(columns, Messages.HistoryTable_about, 110, StepRow::about);
        column(columns, Messages.HistoryTable_reason, 120, StepRow::reason);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        tips = RowTips.on(viewer);
    }

    private void column(TableColumnLayout columns, String title, int width, Function<StepRow, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return VisibleText.oneLine(text.apply((StepRow) row));
            }

            @Override
            public String getToolTipText(Object row) {
                String shown = getText(row);
                return shown.isEmpty() ? null : shown;
            }
        });
        columns.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
    }

    void show(List<StepRow> rows) {
        tips.hide();
        VirtualRows.shrink(viewer, rows.size());
        viewer.setInput(rows);
    }

    TableViewer viewer() {
        return viewer;
    }

    Composite control() {
        return holder;
    }
}
