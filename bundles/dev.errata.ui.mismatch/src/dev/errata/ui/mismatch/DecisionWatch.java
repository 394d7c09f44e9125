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
        Ids.DELETE_ANNOTATION, Ids.LABEL_IS_RIGHT, Ids.LABEL_IS_WRONG, Ids.AMBIGUOUS, Ids.SEND_TO_ANNOTATION);

    /** Hears of commands, on the UI thread. */
    interface Listener {

        /** A command is about to decide about the selected tiles. */
        void deciding(String command);

        /** It was executed, which is to say that its work in the background was asked for. */
        void decided(String command);

        /** A decision is about to be taken back, or made once more. */
        void undoing();
    }

    private final ICommandService commands;
    private final Listener listener;

    DecisionWatch(ICommandService commands, Listener listener) {
        this.commands = commands;
        this.listener = listener;
        commands.addExecutionListener(this);
    }

    void dispose() {
        commands.removeExecutionListener(this);
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (DECISIONS.contains(command)) {
            listener.deciding(command);
        } else if (BACK_AND_FORTH.contains(command)) {
            listener.undoing();
        }
    }

    @Override
    public void postExecuteSuccess(String command, Object result) {
        if (DECISIONS.contains(command)) {
            listener.decided(command);
        }
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
