package dev.errata.ui.commands;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;

/** Brings the perspective to the front: in an IDE another one may be there. */
final class ShowPerspective {

    private ShowPerspective() {
    }

    static void in(IWorkbenchWindow window) throws ExecutionException {
        try {
            window.getWorkbench().showPerspective(Ids.PERSPECTIVE, window);
        } catch (WorkbenchException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
    }
}
