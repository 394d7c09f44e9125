package dev.errata.ui.guide;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.commands.Ids;

/** Shows the page of the guide about the part that has the focus. */
public final class ShowGuideHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        try {
            GuideView guide = (GuideView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                .showView(Ids.GUIDE_VIEW);
            if (part != guide) {
                guide.show(part == null ? GuidePage.START : GuidePage.about(part.getSite().getId()));
            }
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
