package dev.errata.app;

import java.util.List;

import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import dev.errata.ui.DroppedFiles;
import dev.errata.ui.commands.Ids;

/** Size and bars of a window, and what the text editor's bundles put into it that has no meaning for pictures. */
final class ErrataWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1400, 900);
    private static final List<String> TEXT_ACTION_SETS = List.of(
        "org.eclipse.ui.edit.text.actionSet.annotationNavigation", //$NON-NLS-1$
        "org.eclipse.ui.edit.text.actionSet.navigation", //$NON-NLS-1$
        "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo", //$NON-NLS-1$
        "org.eclipse.ui.edit.text.actionSet.openExternalFile"); //$NON-NLS-1$

    ErrataWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ErrataActionBarAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setTitle(Messages.ErrataWindow_title);
        configurer.setInitialSize(SIZE);
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
        configurer.addEditorAreaTransfer(FileTransfer.getInstance());
        configurer.configureEditorAreaDropListener(new DroppedFiles());
    }

    @Override
    public void postWindowCreate() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        hideTextActions(window);
        window.addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                hideTextActions(window);
            }

            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
                    hideTextActions(window);
                }
            }
        });
        Rectangle screen = window.getShell().getMonitor().getClientArea();
        if (screen.width <= SIZE.x || screen.height <= SIZE.y) {
            window.getShell().setMaximized(true);
        }
    }

    /** Where nothing is being worked on yet, the matrix has the keys: its largest mismatch is an Enter away. */
    @Override
    public void postWindowOpen() {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        if (page != null && page.getEditorReferences().length == 0) {
            IViewPart matrix = page.findView(Ids.MATRIX_VIEW);
            if (matrix != null) {
                page.activate(matrix);
            }
        }
    }

    private static void hideTextActions(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        if (page != null) {
            TEXT_ACTION_SETS.forEach(page::hideActionSet);
        }
    }
}
