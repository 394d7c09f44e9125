package dev.errata.ui.wizards;

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
import org.eclipse.swt.widgets.Control;

import dev.errata.formats.Issue;
import dev.errata.ui.AccessibleNames;

/** Problems in files: how bad, where, what. */
final class IssuesTable {

    private final Composite holder;
    private final TableViewer viewer;

    IssuesTable(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        TableColumnLayout columns = new TableColumnLayout();
        holder.setLayout(columns);
        viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        viewer.getTable().setHeaderVisible(true);
        AccessibleNames.set(viewer.getTable(), Messages.IssuesTable_name);
        column(columns, Messages.IssuesTable_severity, 2, issue -> severity(issue.severity()));
        column(columns, Messages.IssuesTable_place, 3, IssuesTable::place);
        column(columns, Messages.IssuesTable_record, 2, Issue::record);
        column(columns, Messages.IssuesTable_message, 8, Issue::message);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
    }

    private void column(TableColumnLayout columns, String title, int weight, Function<Issue, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(issue -> text.apply((Issue) issue)));
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
    }

    private static String severity(Issue.Severity severity) {
        return switch (severity) {
            case WARNING -> Messages.IssuesTable_warning;
            case QUARANTINED -> Messages.IssuesTable_quarantined;
            case ERROR -> Messages.IssuesTable_error;
        };
    }

    private static String place(Issue issue) {
        String file = issue.file().substring(Math.max(issue.file().lastIndexOf('/'), issue.file().lastIndexOf('\\')) + 1);
        return issue.line() > 0 ? file + ':' + issue.line() : file;
    }

    void show(List<Issue> issues) {
        viewer.setInput(issues);
    }

    Control control() {
        return holder;
    }
}
