package dev.errata.ui.annotation.editor.controls;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.errata.dataset.model.Comment;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.ui.Texts;
import dev.errata.ui.annotation.editor.image.TaskText;
import dev.errata.ui.commands.Ids;

/** Says what is to be done about a task, where it stands and what was said, and has the buttons that take it further. */
public final class TaskBar {

    private final Runnable done;
    private final Composite bar;
    private final Label state;
    private final Label request;
    private final Label remark;
    private final Button submit;
    private final Button accept;
    private final Button giveBack;
    private final Button comment;

    /**
     * @param execute runs a command of the workbench by its id
     * @param say adds a comment
     * @param done gives the keyboard back to the picture after a button was pressed
     */
    public TaskBar(Composite parent, Consumer<String> execute, Consumer<String> say, Runnable done) {
        this.done = done;
        bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(7).margins(6, 3).applyTo(bar);
        bar.setVisible(false);
        state = new Label(bar, SWT.NONE);
        state.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.swtDefaults().hint(SWT.DEFAULT, SWT.DEFAULT).applyTo(state);
        request = new Label(bar, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(request);
        remark = new Label(bar, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(remark);
        comment = button(Messages.Header_comment, () -> askForComment(say));
        submit = button(Messages.Header_submit, () -> execute.accept(Ids.SUBMIT_TASK));
        accept = button(Messages.Header_accept, () -> execute.accept(Ids.ACCEPT_TASK));
        giveBack = button(Messages.Header_return, () -> execute.accept(Ids.RETURN_TASK));
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            action.run();
            done.run();
        }));
        GridDataFactory.swtDefaults().applyTo(button);
        return button;
    }

    private void askForComment(Consumer<String> say) {
        InputDialog dialog = new InputDialog(bar.getShell(), Messages.Header_comment.replace("&", ""), //$NON-NLS-1$ //$NON-NLS-2$
            Messages.Header_commentPrompt, "", null); //$NON-NLS-1$
        if (dialog.open() == Window.OK && !dialog.getValue().isBlank()) {
            say.accept(dialog.getValue().trim());
        }
    }

    /**
     * @param task null hides the bar
     * @param what is to be checked
     */
    public void show(Task task, String what) {
        boolean layout = bar.getVisible() != (task != null);
        bar.setVisible(task != null);
        ((GridData) bar.getLayoutData()).exclude = task == null;
        if (task != null) {
            fill(task, what);
        }
        if (layout) {
            bar.getParent().layout();
        }
        bar.layout();
    }

    private void fill(Task task, String what) {
        String author = task.getSubmittedBy();
        boolean named = author != null && !author.isEmpty() && task.getState() != TaskState.OPEN;
        String name = TaskText.name(task.getState());
        state.setText(Texts.inLabel(named ? NLS.bind(Messages.Header_author, name, author) : name));
        request.setText(Texts.inLabel(what));
        request.setToolTipText(Texts.inLabel(what));
        List<Comment> comments = task.getComments();
        Comment last = comments.isEmpty() ? null : comments.get(comments.size() - 1);
        String said = last == null ? "" : NLS.bind(Messages.Header_commentBy, last.getAuthor(), last.getText()); //$NON-NLS-1$
        String disputed = task.getDisputed() == null ? "" : NLS.bind(Messages.Header_disputed, task.getDisputed()); //$NON-NLS-1$
        remark.setText(Texts.inLabel(disputed.isEmpty() ? said : disputed));
        StringBuilder all = new StringBuilder(disputed.isEmpty() ? "" : disputed + '\n'); //$NON-NLS-1$
        comments.forEach(c -> all.append(NLS.bind(Messages.Header_commentBy, c.getAuthor(), c.getText())).append('\n'));
        remark.setToolTipText(all.isEmpty() ? null : Texts.inLabel(all.toString().trim()));
        boolean open = task.getState() == TaskState.OPEN || task.getState() == TaskState.RETURNED;
        visible(submit, open);
        visible(accept, task.getState() == TaskState.SUBMITTED);
        visible(giveBack, task.getState() == TaskState.SUBMITTED);
        visible(comment, true);
    }

    private static void visible(Button button, boolean visible) {
        button.setVisible(visible);
        ((GridData) button.getLayoutData()).exclude = !visible;
    }
}
