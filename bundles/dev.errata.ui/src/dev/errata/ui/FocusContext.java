package dev.errata.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.services.IServiceLocator;

/** Single keys that are commands only while a control has the focus, so that nobody types them into a field by accident. */
public final class FocusContext {

    private final IContextService contexts;
    private final String context;
    private IContextActivation activation;

    private FocusContext(IContextService contexts, String context) {
        this.contexts = contexts;
        this.context = context;
    }

    /** Activates a context of keys whenever a control has the focus, as long as the control is there. */
    public static void follow(Control control, IServiceLocator site, String context) {
        FocusContext keys = new FocusContext(site.getService(IContextService.class), context);
        control.addListener(SWT.FocusIn, event -> keys.activate());
        control.addListener(SWT.FocusOut, event -> keys.deactivate());
        control.addListener(SWT.Dispose, event -> keys.deactivate());
    }

    private void activate() {
        if (activation == null) {
            activation = contexts.activateContext(context);
        }
    }

    private void deactivate() {
        if (activation != null) {
            contexts.deactivateContext(activation);
            activation = null;
        }
    }
}
