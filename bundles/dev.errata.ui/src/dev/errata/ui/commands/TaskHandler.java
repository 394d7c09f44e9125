package dev.errata.ui.commands;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.ui.edit.DatasetCommands;

/** Moves the selected tasks, or the one in the active editor, to their next state. */
public abstract class TaskHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Task> tasks = tasks(event).stream().filter(task -> concerns(task.getState())).toList();
        if (!tasks.isEmpty() && prepare(event)) {
            OpenDataset dataset = Adapters.adapt(tasks.get(0), OpenDataset.class);
            if (dataset != null) {
                Review review = Review.of(dataset);
                DatasetCommands.run(dataset, label(), () -> command(review, tasks));
            }
        }
        return null;
    }

    private static List<Task> tasks(ExecutionEvent event) {
        List<Task> tasks = new ArrayList<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object element : selection) {
                Task task = Adapters.adapt(element, Task.class);
                if (task != null) {
                    tasks.add(task);
                }
            }
        }
        Task edited = Adapters.adapt(HandlerUtil.getActiveEditor(event), Task.class);
        if (tasks.isEmpty() && edited != null) {
            tasks.add(edited);
        }
        return tasks;
    }

    /** Whether a task in a state can take this step. */
    protected abstract boolean concerns(TaskState state);

    /** The step of all tasks, one change; null if the person thinks better of it. Not on the UI thread. */
    protected abstract Command command(Review review, List<Task> tasks);

    protected abstract String label();

    /** Asks what has to be known. @return false if the person thinks better of it */
    protected boolean prepare(ExecutionEvent event) throws ExecutionException {
        return true;
    }

    /** The annotator is done. */
    public static final class Submit extends TaskHandler {

        @Override
        protected boolean concerns(TaskState state) {
            return state == TaskState.OPEN || state == TaskState.RETURNED;
        }

        @Override
        protected Command command(Review review, List<Task> tasks) {
            return review.submit(tasks, ""); //$NON-NLS-1$
        }

        @Override
        protected String label() {
            return Messages.TaskHandler_submit;
        }
    }

    /** The proposed changes overwrite the labels. */
    public static final class Accept extends TaskHandler {

        /** So many conflicts are told; a dialog that is higher than the screen cannot be answered. */
        private static final int MOST_CONFLICTS = 12;

        @Override
        protected boolean concerns(TaskState state) {
            return state == TaskState.SUBMITTED;
        }

        @Override
        protected Command command(Review review, List<Task> tasks) {
            List<String> conflicts = review.conflictsTold(tasks);
            return conflicts.isEmpty() || isWanted(conflicts)
                ? review.accept(tasks, !conflicts.isEmpty(), "") : null; //$NON-NLS-1$
        }

        private static boolean isWanted(List<String> conflicts) {
            List<String> told = conflicts.subList(0, Math.min(MOST_CONFLICTS, conflicts.size()));
            String more = conflicts.size() == told.size() ? "" //$NON-NLS-1$
                : NLS.bind(Messages.TaskHandler_moreConflicts, conflicts.size() - told.size());
            String question = NLS.bind(Messages.TaskHandler_conflicts,
                VisibleText.lines(String.join("\n", told)) + more); //$NON-NLS-1$
            return PlatformUI.getWorkbench().getDisplay().syncCall(() -> new MessageDialog(
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Messages.TaskHandler_accept, null, question,
                MessageDialog.QUESTION, 1, Messages.TaskHandler_anyway, IDialogConstants.CANCEL_LABEL).open() == 0);
        }

        @Override
        protected String label() {
            return Messages.TaskHandler_accept;
        }
    }

    /** Back to the annotator, with a comment. */
    public static final class Return extends TaskHandler {

        private String comment = ""; //$NON-NLS-1$

        @Override
        protected boolean concerns(TaskState state) {
            return state == TaskState.SUBMITTED;
        }

        @Override
        protected boolean prepare(ExecutionEvent event) throws ExecutionException {
            InputDialog dialog = new InputDialog(HandlerUtil.getActiveShellChecked(event), Messages.TaskHandler_return,
                Messages.TaskHandler_comment, "", null); //$NON-NLS-1$
            boolean answered = dialog.open() == Window.OK;
            comment = answered ? dialog.getValue() : ""; //$NON-NLS-1$
            return answered;
        }

        @Override
        protected Command command(Review review, List<Task> tasks) {
            return review.giveBack(tasks, comment);
        }

        @Override
        protected String label() {
            return Messages.TaskHandler_return;
        }
    }
}
