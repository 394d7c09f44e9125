package dev.errata.ui.annotation.editor.commands;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;

import dev.errata.dataset.model.TaskState;
import dev.errata.ui.commands.Ids;

/**
 * Remembers that the person submitted, accepted or returned a task while the editor was active, so that the editor goes on to the
 * next one; not when a teammate did. Also lets the canvas finish its change before any command is executed.
 */
public final class AdvanceAfter implements IExecutionListener, AutoCloseable {

    private final IWorkbenchPartSite site;
    private final ICommandService commands;
    private final Runnable flush;
    private TaskState expected;

    public AdvanceAfter(IWorkbenchPartSite site, Runnable flush) {
        this.site = site;
        this.flush = flush;
        commands = site.getService(ICommandService.class);
        commands.addExecutionListener(this);
    }

    /** Whether the person has just brought a task into a state; asked once. */
    public boolean wanted(TaskState state) {
        boolean wanted = state == expected;
        expected = null;
        return wanted;
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (site.getPage().getActivePart() != site.getPart()) {
            return;
        }
        flush.run();
        switch (command) {
            case Ids.SUBMIT_TASK -> expected = TaskState.SUBMITTED;
            case Ids.ACCEPT_TASK -> expected = TaskState.ACCEPTED;
            case Ids.RETURN_TASK -> expected = TaskState.RETURNED;
            default -> {
                // Every other command leaves the task where it is.
            }
        }
    }

    @Override
    public void notHandled(String command, NotHandledException exception) {
        expected = null;
    }

    @Override
    public void postExecuteFailure(String command, ExecutionException exception) {
        expected = null;
    }

    @Override
    public void postExecuteSuccess(String command, Object result) {
        // The state changes later, in a job.
    }

    @Override
    public void close() {
        commands.removeExecutionListener(this);
    }
}
