package dev.errata.ui.keys;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.keys.IBindingService;

/** Shows the keys of the active part. */
public final class ShowKeysHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePartChecked(event);
        KeyPage page = part.getAdapter(KeyPage.class);
        if (page != null) {
            part.setFocus();
            IWorkbenchPartSite site = part.getSite();
            IBindingService bindings = site.getService(IBindingService.class);
            Control focus = site.getShell().getDisplay().getFocusControl();
            KeyOverlay.open(focus == null ? site.getShell() : focus, page.title(),
                KeySection.of(page, site), bindings, event.getTrigger() instanceof Event key ? key.keyCode : 0);
        }
        return null;
    }
}
