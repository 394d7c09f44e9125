package dev.errata.ui.annotation.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.services.IEvaluationService;
import org.eclipse.ui.statushandlers.StatusManager;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.RowTips;
import dev.errata.ui.annotation.tasks.TaskRows.Row;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** The batches of the active dataset and their tasks; follows every change, teammates' included. */
public final class TasksView extends ViewPart {

    private static final String BUNDLE = "dev.errata.ui.annotation"; //$NON-NLS-1$
    private static final String STATE_FILTER = "filter"; //$NON-NLS-1$

    private final Consumer<Optional<OpenDataset>> datasetsListener = active -> show(active.orElse(null));
    private final DatasetListener datasetListener = event -> {
        if (event.review()) {
            read();
        }
    };
    private final Job reading = new Reading();
    private volatile TaskFilter filter = TaskFilter.ALL;
    private volatile OpenDataset dataset;
    private TaskRows rows = TaskRows.EMPTY;
    private Display display;
    private Composite stack;
    private StackLayout layout;
    private Link message;
    private Runnable onLink = this::showMatrix;
    private Composite frame;
    private TreeViewer viewer;
    private RowTips tips;
    private Combo filterBox;
    private DatasetCommands.UndoRedo undoRedo;
    /** Batches that were there before: the person may have folded them. */
    private List<String> knownBatches = List.of();
    private volatile boolean disposed;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        String saved = memento == null ? null : memento.getString(STATE_FILTER);
        for (TaskFilter each : TaskFilter.values()) {
            filter = each.name().equals(saved) ? each : filter;
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(STATE_FILTER, filter.name());
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        createFilter(parent);
        stack = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        layout = new StackLayout();
        layout.marginWidth = 6;
        stack.setLayout(layout);
        message = new Link(stack, SWT.WRAP);
        message.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> onLink.run()));
        createTree();
        getSite().setSelectionProvider(viewer);
        MenuManager menu = new MenuManager();
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(menu, viewer);
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        OpenDatasets.get().addActiveListener(datasetsListener);
        show(OpenDatasets.get().active().orElse(null));
    }

    private void createFilter(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).applyTo(line);
        new Label(line, SWT.NONE).setText(Messages.Filter_label);
        filterBox = new Combo(line, SWT.READ_ONLY);
        for (TaskFilter each : TaskFilter.values()) {
            filterBox.add(each.label());
        }
        filterBox.select(filter.ordinal());
        filterBox.addSelectionListener(SelectionListener.widgetSelectedAdapter(
            event -> setFilter(TaskFilter.values()[filterBox.getSelectionIndex()])));
    }

    private void setFilter(TaskFilter next) {
        filter = next;
        filterBox.select(next.ordinal());
        read();
    }

    private void createTree() {
        frame = new Composite(stack, SWT.NONE);
        frame.setLayout(new TreeColumnLayout());
        viewer = new TreeViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        viewer.setUseHashlookup(true);
        viewer.setComparer(new ById());
        viewer.setContentProvider(new Contents());
        viewer.setAutoExpandLevel(2);
        column(Messages.Column_task, 200, Row::name);
        column(Messages.Column_state, 110, Row::stateText);
        column(Messages.Column_by, 60, Row::by);
        column(Messages.Column_changes, 60, Row::changes);
        column(Messages.Column_comment, 120, Row::comment);
        tips = RowTips.on(viewer);
        viewer.addDoubleClickListener(event -> execute(Ids.OPEN_IN_ANNOTATION_EDITOR));
        viewer.getControl().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = getPartName();
            }
        });
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

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException failure) {
            StatusManager.getManager().handle(new Status(IStatus.ERROR, BUNDLE, failure.getMessage(), failure),
                StatusManager.LOG | StatusManager.SHOW);
        }
    }

    private void show(OpenDataset next) {
        if (dataset != null) {
            dataset.removeListener(datasetListener);
        }
        dataset = next;
        undoRedo.setDataset(next);
        if (next != null) {
            next.addListener(datasetListener);
        }
        say(next != null || OpenDatasets.get().isOpening() ? Messages.View_opening : Messages.View_noDataset,
            () -> execute(Ids.OPEN_DATASET));
        read();
    }

    private void read() {
        reading.schedule();
    }

    private void show(TaskRows read) {
        rows = read;
        if (dataset == null) {
            return;
        }
        if (rows.taskCount() == 0) {
            say(Messages.View_noBatches, this::showMatrix);
        } else if (rows.batches().isEmpty()) {
            say(NLS.bind(Messages.View_hidden, rows.taskCount()), () -> setFilter(TaskFilter.ALL));
        } else {
            layout.topControl = frame;
            stack.layout();
        }
        Object[] expanded = viewer.getExpandedElements();
        boolean first = viewer.getInput() == null;
        viewer.getTree().setRedraw(false);
        var selection = viewer.getStructuredSelection();
        tips.hide();
        viewer.setInput(rows);
        if (!first) {
            viewer.setExpandedElements(expanded);
            rows.batches().stream().filter(batch -> !known(batch)).forEach(batch -> viewer.expandToLevel(batch, 1));
        }
        viewer.setSelection(selection);
        viewer.getTree().setRedraw(true);
        remember();
        getSite().getService(IEvaluationService.class).requestEvaluation("dev.errata.ui.taskState"); //$NON-NLS-1$
    }

    private boolean known(Batch batch) {
        return knownBatches.contains(batch.getId());
    }

    private void remember() {
        knownBatches = rows.batches().stream().map(Batch::getId).toList();
    }

    private void showMatrix() {
        try {
            getSite().getPage().showView(Ids.MATRIX_VIEW);
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.LOG | StatusManager.SHOW);
        }
    }

    private void say(String text, Runnable link) {
        message.setText(text);
        onLink = link;
        layout.topControl = message;
        stack.layout();
    }

    @Override
    public void setFocus() {
        (layout.topControl == message ? message : viewer.getControl()).setFocus();
    }

    @Override
    public void dispose() {
        disposed = true;
        OpenDatasets.get().removeActiveListener(datasetsListener);
        OpenDataset shown = dataset;
        if (shown != null) {
            shown.removeListener(datasetListener);
        }
        reading.cancel();
        if (undoRedo != null) {
            undoRedo.close();
        }
        super.dispose();
    }

    /** Reads once for all the changes that came while it was waiting. */
    private final class Reading extends Job {

        Reading() {
            super("Read tasks"); //$NON-NLS-1$
            setSystem(true);
            setPriority(Job.SHORT);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            OpenDataset from = dataset;
            TaskRows read = from == null ? TaskRows.EMPTY : TaskRows.read(from, filter);
            display.asyncExec(() -> {
                if (!disposed && from == dataset) {
                    show(read);
                }
            });
            return Status.OK_STATUS;
        }
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
