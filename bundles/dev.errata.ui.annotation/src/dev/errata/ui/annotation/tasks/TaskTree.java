package dev.errata.ui.annotation.tasks;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.RowTips;
import dev.errata.ui.annotation.tasks.TaskRows.Row;

/** Batches with their tasks, in columns. What is folded and selected stays so while rows come and go. */
final class TaskTree {

    /** Batches of more tasks come folded: thousands of rows take half a second to make. */
    private static final int MOST_UNFOLDED = 200;

    private final Composite frame;
    private final TreeViewer viewer;
    private final RowTips tips;
    private TaskRows rows = TaskRows.EMPTY;
    /** Batches that were there before: the person may have folded them. */
    private List<String> knownBatches = List.of();

    /** @param name for who cannot see it */
    TaskTree(Composite parent, String name) {
        frame = new Composite(parent, SWT.NONE);
        frame.setLayout(new TreeColumnLayout());
        viewer = new TreeViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        viewer.setUseHashlookup(true);
        viewer.setComparer(new ById());
        viewer.setContentProvider(new Contents());
        column(Messages.Column_task, 200, Row::name);
        column(Messages.Column_state, 110, Row::stateText);
        column(Messages.Column_by, 60, Row::by);
        column(Messages.Column_changes, 60, Row::changes);
        column(Messages.Column_comment, 120, Row::comment);
        tips = RowTips.on(viewer);
        AccessibleNames.set(viewer.getTree(), name);
    }

    Control control() {
        return frame;
    }

    TreeViewer viewer() {
        return viewer;
    }

    void show(TaskRows read) {
        TaskRows before = rows;
        rows = read;
        if (viewer.getInput() != null && read.hasElementsOf(before)) {
            // making thousands of rows anew takes half a second: too long at each verdict of somebody
            update(read.changedSince(before));
            return;
        }
        Object[] expanded = viewer.getExpandedElements();
        viewer.getTree().setRedraw(false);
        IStructuredSelection selection = viewer.getStructuredSelection();
        tips.hide();
        viewer.setInput(rows);
        viewer.setExpandedElements(expanded);
        rows.batches().stream().filter(batch -> !known(batch) && rows.tasks(batch).size() <= MOST_UNFOLDED)
            .forEach(batch -> viewer.expandToLevel(batch, 1));
        viewer.setSelection(selection);
        viewer.getTree().setRedraw(true);
        knownBatches = rows.batches().stream().map(Batch::getId).toList();
    }

    private void update(Object[] changed) {
        if (changed.length > 0) {
            tips.hide();
            viewer.update(changed, null);
        }
    }

    private boolean known(Batch batch) {
        return knownBatches.contains(batch.getId());
    }

    private void column(String title, int width, Function<Row, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                Row row = rows.row(element);
                return row == null ? "" : VisibleText.oneLine(text.apply(row)); //$NON-NLS-1$
            }

            @Override
            public String getToolTipText(Object element) {
                String shown = getText(element);
                return shown.isEmpty() ? null : shown;
            }
        });
        ((TreeColumnLayout) frame.getLayout()).setColumnData(column.getColumn(), new ColumnWeightData(width, width));
    }

    /** Batches and their tasks. */
    private static final class Contents implements ITreeContentProvider {

        private TaskRows shown = TaskRows.EMPTY;

        @Override
        public void inputChanged(Viewer changed, Object oldInput, Object newInput) {
            shown = newInput instanceof TaskRows next ? next : TaskRows.EMPTY;
        }

        @Override
        public Object[] getElements(Object input) {
            return shown.batches().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof Batch batch ? shown.tasks(batch).toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            Row row = shown.row(element);
            return row == null ? null : row.batch();
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof Batch batch && !shown.tasks(batch).isEmpty();
        }
    }

    /** Objects read at different moments are the same batch or task. */
    private static final class ById implements IElementComparer {

        @Override
        public boolean equals(Object one, Object other) {
            return Objects.equals(id(one), id(other));
        }

        @Override
        public int hashCode(Object element) {
            return Objects.hashCode(id(element));
        }

        private static Object id(Object element) {
            if (element instanceof Task task) {
                return task.getId();
            }
            return element instanceof Batch batch ? batch.getId() : element;
        }
    }
}
