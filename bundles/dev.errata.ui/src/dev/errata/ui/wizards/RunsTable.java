package dev.errata.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

import dev.errata.ui.AccessibleNames;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** The results files with the names of their runs, in three columns of the page: label, table, buttons. */
final class RunsTable {

    private static final int ROWS = 3;

    private final List<RunInput> runs;
    private final Runnable changed;
    private final Supplier<Path> near;
    private final TableViewer viewer;
    private final Button remove;

    /** @param near the folder in which a person looks for results first; may give null */
    RunsTable(Composite area, List<RunInput> runs, Runnable changed, Supplier<Path> near) {
        this.runs = runs;
        this.changed = changed;
        this.near = near;
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.RunsTable_label);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
        Composite holder = new Composite(area, SWT.NONE);
        viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        viewer.getTable().setHeaderVisible(true);
        AccessibleNames.set(viewer.getTable(), Messages.RunsTable_label);
        int height = viewer.getTable().getHeaderHeight() + ROWS * viewer.getTable().getItemHeight() + 6;
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, height).applyTo(holder);
        TableColumnLayout columns = new TableColumnLayout();
        holder.setLayout(columns);
        addColumns(columns);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(runs);
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        button(buttons, Messages.RunsTable_add, this::browse);
        remove = button(buttons, Messages.RunsTable_remove, this::remove);
        remove.setEnabled(false);
        viewer.addSelectionChangedListener(event -> remove.setEnabled(!event.getSelection().isEmpty()));
    }

    private void addColumns(TableColumnLayout columns) {
        TableViewerColumn name = new TableViewerColumn(viewer, SWT.NONE);
        name.getColumn().setText(Messages.RunsTable_name);
        name.setLabelProvider(ColumnLabelProvider.createTextProvider(run -> ((RunInput) run).name()));
        name.setEditingSupport(new NameEditing());
        columns.setColumnData(name.getColumn(), new ColumnWeightData(1));
        TableViewerColumn file = new TableViewerColumn(viewer, SWT.NONE);
        file.getColumn().setText(Messages.RunsTable_file);
        file.setLabelProvider(ColumnLabelProvider.createTextProvider(run -> ((RunInput) run).file().toString()));
        columns.setColumnData(file.getColumn(), new ColumnWeightData(3));
    }

    private static Button button(Composite buttons, String text, Runnable action) {
        Button button = new Button(buttons, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void browse() {
        FileDialog dialog = new FileDialog(viewer.getControl().getShell(), SWT.OPEN | SWT.MULTI | SWT.SHEET);
        dialog.setText(Messages.RunsTable_choose);
        Path folder = runs.isEmpty() ? near.get() : runs.get(runs.size() - 1).file().toAbsolutePath().getParent();
        if (folder != null) {
            dialog.setFilterPath(folder.toString());
        }
        if (dialog.open() != null) {
            for (String file : dialog.getFileNames()) {
                runs.add(named(Path.of(dialog.getFilterPath(), file)));
            }
            update();
        }
    }

    /** Adds a results file; its name names the run. */
    void add(Path file) {
        runs.add(named(file));
        update();
    }

    private static RunInput named(Path file) {
        return new RunInput(DatasetName.of(file), file);
    }

    private void remove() {
        for (Object run : viewer.getStructuredSelection()) {
            runs.remove(run);
        }
        update();
    }

    private void update() {
        viewer.refresh();
        changed.run();
    }

    /** Renames a run in place. */
    private final class NameEditing extends EditingSupport {

        NameEditing() {
            super(RunsTable.this.viewer);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new TextCellEditor(RunsTable.this.viewer.getTable());
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return ((RunInput) element).name();
        }

        @Override
        protected void setValue(Object element, Object value) {
            int index = runs.indexOf(element);
            if (index >= 0 && !value.equals(getValue(element))) {
                runs.set(index, new RunInput(value.toString().strip(), ((RunInput) element).file()));
                update();
            }
        }
    }
}
