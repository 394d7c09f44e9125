package dev.errata.ui;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Tells a part when it can be seen, and whether it can: what nobody sees need not be computed. */
public final class WhenShown implements IPartListener2 {

    private final IWorkbenchPart part;
    private final IWorkbenchPage page;
    private final Runnable shown;

    /** @param shown called each time the part can be seen again */
    public WhenShown(IWorkbenchPart part, Runnable shown) {
        this.part = part;
        this.shown = shown;
        page = part.getSite().getPage();
        page.addPartListener(this);
    }

    public boolean isShown() {
        return page.isPartVisible(part);
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == part) {
            shown.run();
        }
    }

    public void close() {
        page.removePartListener(this);
    }
}
