package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** Does something by a command. */
public final class RunnableHandler extends AbstractHandler {

    private final Runnable action;

    public RunnableHandler(Runnable action) {
        this.action = action;
    }

    /** Handles a command while a control has the focus; elsewhere in the part it does what it did before. */
    public static void whileFocused(Control control, IHandlerService handlers, String command, Runnable action) {
        IHandlerActivation[] activation = new IHandlerActivation[1];
        control.addListener(SWT.FocusIn, event -> activation[0] = handlers.activateHandler(command, new RunnableHandler(action)));
        control.addListener(SWT.FocusOut, event -> {
            if (activation[0] != null) {
                handlers.deactivateHandler(activation[0]);
                activation[0] = null;
            }
        });
    }

    @Override
    public Object execute(ExecutionEvent event) {
        action.run();
        return null;
    }
}
