package dev.errata.ui.annotation.editor.commands;

import java.util.Set;

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
 * next one; not when a teammate did. Goes on to the next label after a verdict about one. Also lets the canvas finish its change
 * before any command is executed.
 */
public final class AdvanceAfter implements IExecutionListener, AutoCloseable {

    private static final Set<String> VERDICTS = Set.of(Ids.LABEL_IS_RIGHT, Ids.LABEL_IS_WRONG, Ids.AMBIGUOUS);

    private final IWorkbenchPartSite site;
    private final ICommandService commands;
    private final Runnable flush;
    private final Runnable nextLabel;
    private TaskState expected;

    public AdvanceAfter(IWorkbenchPartSite site, Runnable flush, Runnable nextLabel) {
        this.site = site;
        this.flush = flush;
        this.nextLabel = nextLabel;
        commands = site.getService(ICommandService.class);
        commands.addExecutionListener(this);
    }

    /** Whether the person has just brought a task into a state; asked once. */
    public boolean wanted(TaskState state) {
        boolean wanted = state == expected;
        expected = null;
        return wanted;
    }

    private boolean isActive() {
        return site.getPage().getActivePart() == site.getPart();
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (!isActive()) {
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
        // the state of a task changes later, in a job; a verdict is about what was selected until now
        if (VERDICTS.contains(command) && isActive()) {
            nextLabel.run();
        }
    }

    @Override
    public void close() {
        commands.removeExecutionListener(this);
    }
}
