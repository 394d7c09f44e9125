package dev.errata.ui.mismatch;

import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.ui.commands.ICommandService;

import dev.errata.ui.commands.Ids;

/** Notices when a command is executed that decides about the selected tiles, by whatever key, menu or button. */
final class DecisionWatch implements IExecutionListener {

    private static final Set<String> DECISIONS = Set.of(Ids.RELABEL_TO_PREDICTED, Ids.RELABEL, Ids.ACCEPT_PREDICTION,
        Ids.DELETE_ANNOTATION, Ids.LABEL_IS_RIGHT, Ids.AMBIGUOUS, Ids.SEND_TO_ANNOTATION);

    private final ICommandService commands;
    private final Runnable deciding;

    DecisionWatch(ICommandService commands, Runnable deciding) {
        this.commands = commands;
        this.deciding = deciding;
        commands.addExecutionListener(this);
    }

    void dispose() {
        commands.removeExecutionListener(this);
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (DECISIONS.contains(command)) {
            deciding.run();
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
