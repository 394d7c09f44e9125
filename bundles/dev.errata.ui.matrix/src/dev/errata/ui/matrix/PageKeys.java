package dev.errata.ui.matrix;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** Commands of the workbench that do something in the view, all the time or only while one of its controls has the focus. */
final class PageKeys {

    private PageKeys() {
    }

    static void always(IHandlerService handlers, String command, Runnable effect) {
        handlers.activateHandler(command, handler(effect));
    }

    static void whileFocused(IHandlerService handlers, String command, Control control, Runnable effect) {
        IHandlerActivation[] activation = new IHandlerActivation[1];
        control.addListener(SWT.FocusIn, event -> activation[0] = handlers.activateHandler(command, handler(effect)));
        control.addListener(SWT.FocusOut, event -> {
            if (activation[0] != null) {
                handlers.deactivateHandler(activation[0]);
                activation[0] = null;
            }
        });
    }

    private static AbstractHandler handler(Runnable effect) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                effect.run();
                return null;
            }
        };
    }
}
