package dev.errata.ui.problems;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableColumn;

import dev.errata.dataset.VisibleText;
import dev.errata.formats.Issue;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.RowTips;
import dev.errata.ui.VirtualRows;

/** Problems in files: how bad, where, what. A column's header sorts by it, once more the other way round. */
public final class IssuesTable {

    private final Composite holder;
    private final TableViewer viewer;
    private final RowTips tips;
    private List<Issue> issues = List.of();
    private Comparator<Issue> order;

    public IssuesTable(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        TableColumnLayout columns = new TableColumnLayout();
        holder.setLayout(columns);
        viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        viewer.getTable().setHeaderVisible(true);
        AccessibleNames.set(viewer.getTable(), Messages.IssuesTable_name);
        column(columns, Messages.IssuesTable_severity, 80, issue -> severity(issue.severity()),
            Comparator.comparing(Issue::severity).reversed());
        column(columns, Messages.IssuesTable_message, 300, Issue::message, Comparator.comparing(Issue::message));
        column(columns, Messages.IssuesTable_place, 120, IssuesTable::place,
            Comparator.comparing(Issue::file).thenComparing(Issue::line).thenComparing(Issue::column));
        column(columns, Messages.IssuesTable_record, 60, Issue::record,
            Comparator.comparing((Issue issue) -> issue.record().length()).thenComparing(Issue::record));
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        tips = RowTips.on(viewer);
    }

    private void column(TableColumnLayout columns, String title, int width, Function<Issue, String> text,
        Comparator<Issue> byColumn) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object issue) {
                return VisibleText.oneLine(text.apply((Issue) issue));
            }

            @Override
            public String getToolTipText(Object issue) {
                return VisibleText.lines(tip((Issue) issue));
            }
        });
        column.getColumn().addSelectionListener(
            SelectionListener.widgetSelectedAdapter(event -> sort(column.getColumn(), byColumn)));
        columns.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
    }

    private void sort(TableColumn column, Comparator<Issue> byColumn) {
        boolean again = viewer.getTable().getSortColumn() == column && viewer.getTable().getSortDirection() == SWT.UP;
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(again ? SWT.DOWN : SWT.UP);
        order = again ? byColumn.reversed() : byColumn;
        show(issues);
    }

    private static String severity(Issue.Severity severity) {
        return switch (severity) {
            case WARNING -> Messages.IssuesTable_warning;
            case QUARANTINED -> Messages.IssuesTable_quarantined;
            case ERROR -> Messages.IssuesTable_error;
        };
    }

    /** The name of the file without its folders, and the line. */
    public static String place(Issue issue) {
        String file = issue.file().substring(Math.max(issue.file().lastIndexOf('/'), issue.file().lastIndexOf('\\')) + 1);
        return issue.line() > 0 ? file + ':' + issue.line() : file;
    }

    private static String tip(Issue issue) {
        String place = issue.line() > 0 ? issue.file() + ':' + issue.line() + ':' + issue.column() : issue.file();
        String record = issue.pointer().isEmpty() ? place : place + ' ' + issue.pointer();
        return issue.value().isEmpty() ? record + '\n' + issue.message() : record + '\n' + issue.message() + '\n' + issue.value();
    }

    /** Shows problems, in the order that the person chose, or in theirs. */
    public void show(List<Issue> shown) {
        issues = shown;
        tips.hide();
        VirtualRows.shrink(viewer, shown.size());
        viewer.setInput(order == null ? shown : shown.stream().sorted(order).toList());
    }

    /** @param selected gets the problem that the person selects; null for none */
    public void onSelect(Consumer<Issue> selected) {
        viewer.addSelectionChangedListener(
            event -> selected.accept((Issue) event.getStructuredSelection().getFirstElement()));
    }

    /** @param opener gets the problem that was double-clicked, or on which Enter was pressed */
    public void onOpen(Consumer<Issue> opener) {
        viewer.addOpenListener(event -> opener.accept((Issue) viewer.getStructuredSelection().getFirstElement()));
    }

    public Control control() {
        return holder;
    }

    void setFocus() {
        viewer.getControl().setFocus();
    }
}
