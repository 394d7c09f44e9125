package dev.errata.ui.annotation.tasks;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
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
import dev.errata.review.Review;
import dev.errata.ui.ActiveDataset;
import dev.errata.ui.FilterBox;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** The batches of the active dataset and their tasks; follows every change, teammates' included. */
public final class TasksView extends ViewPart {

    private static final String BUNDLE = "dev.errata.ui.annotation"; //$NON-NLS-1$

    private final ActiveDataset dataset = new ActiveDataset(this::show, this::changed);
    private final Job reading = new Reading();
    private final FilterBox<TaskFilter> filter = new FilterBox<>(TaskFilter.class, choice -> read());
    private Display display;
    private Composite stack;
    private StackLayout layout;
    private Link message;
    private Runnable onLink = this::showMatrix;
    private TaskTree tree;
    private DatasetCommands.UndoRedo undoRedo;
    private volatile boolean disposed;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        filter.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        filter.save(memento);
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
        tree = new TaskTree(stack, getPartName());
        TreeViewer viewer = tree.viewer();
        viewer.addDoubleClickListener(event -> execute(Ids.OPEN_IN_ANNOTATION_EDITOR));
        getSite().setSelectionProvider(viewer);
        MenuManager menu = new MenuManager();
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(menu, viewer);
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        dataset.start();
    }

    private void createFilter(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).applyTo(line);
        filter.create(line, Messages.Filter_label);
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
        undoRedo.setDataset(next);
        say(next != null || OpenDatasets.get().isOpening() ? Messages.View_opening : Messages.View_noDataset,
            () -> execute(Ids.OPEN_DATASET));
        read();
    }

    private void changed(DatasetListener.DatasetEvent event) {
        // a label that is fixed may settle what drafts came while a task was accepted
        if (event.review() || Review.of(event.dataset()).hasTasks(event.images())) {
            read();
        }
    }

    private void read() {
        reading.schedule();
    }

    private void show(TaskRows read) {
        if (dataset.get() == null) {
            return;
        }
        if (read.taskCount() == 0) {
            say(Messages.View_noBatches, this::showMatrix);
        } else if (read.batches().isEmpty()) {
            say(NLS.bind(Messages.View_hidden, read.taskCount()), () -> filter.choose(TaskFilter.ALL));
        } else {
            layout.topControl = tree.control();
            stack.layout();
        }
        tree.show(read);
        getSite().getService(IEvaluationService.class).requestEvaluation("dev.errata.ui.taskState"); //$NON-NLS-1$
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
        (layout.topControl == message ? message : tree.viewer().getControl()).setFocus();
    }

    @Override
    public void dispose() {
        disposed = true;
        dataset.close();
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
            OpenDataset from = dataset.get();
            TaskRows read = from == null ? TaskRows.EMPTY : TaskRows.read(from, filter.choice());
            display.asyncExec(() -> {
                if (!disposed && from == dataset.get()) {
                    show(read);
                }
            });
            return Status.OK_STATUS;
        }
    }
}
