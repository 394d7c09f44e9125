package dev.errata.ui.mismatch;

import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;

import dev.errata.ui.commands.Ids;

/**
 * Notices when a command is executed that decides about the selected tiles, or takes back what was decided, by whatever key,
 * menu or button.
 */
final class DecisionWatch implements IExecutionListener {

    private static final Set<String> BACK_AND_FORTH = Set.of(IWorkbenchCommandConstants.EDIT_UNDO,
        IWorkbenchCommandConstants.EDIT_REDO);
    private static final Set<String> DECISIONS = Set.of(Ids.RELABEL_TO_PREDICTED, Ids.RELABEL, Ids.ACCEPT_PREDICTION,
        Ids.DELETE_ANNOTATION, Ids.LABEL_IS_RIGHT, Ids.AMBIGUOUS, Ids.SEND_TO_ANNOTATION);

    private final ICommandService commands;
    private final Runnable deciding;
    private final Runnable undoing;

    DecisionWatch(ICommandService commands, Runnable deciding, Runnable undoing) {
        this.commands = commands;
        this.deciding = deciding;
        this.undoing = undoing;
        commands.addExecutionListener(this);
    }

    void dispose() {
        commands.removeExecutionListener(this);
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (DECISIONS.contains(command)) {
            deciding.run();
        } else if (BACK_AND_FORTH.contains(command)) {
            undoing.run();
        }
    }

    @Override
    public void postExecuteSuccess(String command, Object result) {
        // what it did is heard from the dataset
    }

    @Override
    public void postExecuteFailure(String command, ExecutionException failure) {
        // nothing was decided; the failure was shown
    }

    @Override
    public void notHandled(String command, NotHandledException failure) {
        // nothing was decided
    }
}
