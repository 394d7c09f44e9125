package dev.errata.ui.edit;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.Command;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.Failures;

/** Executes commands on a dataset in a Job, one after another, and shows a failure to the person. */
public final class DatasetCommands {

    private DatasetCommands() {
    }

    /** Executes a command on the dataset's stack; completes on the UI thread, exceptionally after the error was shown. */
    public static CompletableFuture<Void> run(OpenDataset dataset, Command command) {
        return schedule(dataset, command.getLabel(), () -> dataset.commandStack().execute(command));
    }

    /**
     * Makes a command in the background, where objects may be read from disk for it, and executes it.
     *
     * @param label names the work until the command is there
     * @param maker may give null where nothing is to be done
     */
    public static CompletableFuture<Void> run(OpenDataset dataset, String label, Supplier<Command> maker) {
        return schedule(dataset, label, () -> {
            Command command = maker.get();
            if (command != null) {
                dataset.commandStack().execute(command);
            }
        });
    }

    static CompletableFuture<Void> undo(OpenDataset dataset, String label) {
        return schedule(dataset, label, () -> {
            if (dataset.commandStack().canUndo()) {
                dataset.commandStack().undo();
            }
        });
    }

    static CompletableFuture<Void> redo(OpenDataset dataset, String label) {
        return schedule(dataset, label, () -> {
            if (dataset.commandStack().canRedo()) {
                dataset.commandStack().redo();
            }
        });
    }

    private static CompletableFuture<Void> schedule(OpenDataset dataset, String label, Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Job job = new CommandJob(label, () -> {
            try {
                action.run();
                complete(() -> done.complete(null));
            } catch (RuntimeException failure) {
                Failures.show(NLS.bind(Messages.DatasetCommands_failed, label), failure);
                complete(() -> done.completeExceptionally(failure));
            } catch (OutOfMemoryError failure) {
                // a command for millions of labels; what it had gathered is garbage by now
                Failures.show(NLS.bind(Messages.DatasetCommands_memory, label), failure);
                complete(() -> done.completeExceptionally(failure));
            }
        });
        job.setRule(rule(dataset));
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
        return done;
    }

    /** Jobs with this rule and the commands of the dataset wait for one another. */
    public static ISchedulingRule rule(OpenDataset dataset) {
        return new DatasetRule(dataset);
    }

    /** Waits until everything that was asked for is done: before the program ends. On the UI thread. */
    public static void awaitAll() {
        Display display = Display.getCurrent();
        while (Job.getJobManager().find(DatasetCommands.class).length > 0) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void complete(Runnable action) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (display.isDisposed()) {
            action.run();
        } else {
            display.asyncExec(action);
        }
    }

    /** One command; a change of state wakes the thread that waits for all. */
    private static final class CommandJob extends Job {

        private final Runnable action;

        CommandJob(String label, Runnable action) {
            super(label);
            this.action = action;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            action.run();
            // a failure was shown already; an error status would make the job manager show it once more
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == DatasetCommands.class;
        }
    }

    /** Lets Edit > Undo and Redo act on the dataset of a part while that part is active; labels name the command. */
    public static UndoRedo installUndoRedo(IWorkbenchPartSite site, OpenDataset dataset) {
        return new StackActions(site, dataset);
    }

    /** The same for a page, for example of the properties view, which has bars of its own. */
    public static UndoRedo installUndoRedo(IActionBars bars, OpenDataset dataset) {
        return new BarActions(bars, dataset);
    }

    /** The retargeted actions of a part; the part disposes of them. */
    public interface UndoRedo extends AutoCloseable {

        /** The part shows another dataset now; null for none. */
        void setDataset(OpenDataset dataset);

        @Override
        void close();
    }
}
