package dev.errata.ui.commands;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
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
                DatasetCommands.run(dataset, label(), () -> {
                    List<Command> steps = tasks.stream().map(task -> command(review, task)).toList();
                    return steps.size() == 1 ? steps.get(0) : new CompoundCommand(NLS.bind(Messages.TaskHandler_tasks,
                        label(), steps.size()), label(), steps);
                });
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

    protected abstract Command command(Review review, Task task);

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
        protected Command command(Review review, Task task) {
            return review.submit(task);
        }

        @Override
        protected String label() {
            return Messages.TaskHandler_submit;
        }
    }

    /** The proposed changes overwrite the labels. */
    public static final class Accept extends TaskHandler {

        @Override
        protected boolean concerns(TaskState state) {
            return state == TaskState.SUBMITTED;
        }

        @Override
        protected Command command(Review review, Task task) {
            return review.accept(task);
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
        protected Command command(Review review, Task task) {
            return review.giveBack(task, comment);
        }

        @Override
        protected String label() {
            return Messages.TaskHandler_return;
        }
    }
}
