package dev.errata.ui.keys;

import java.io.IOException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

import dev.errata.ui.commands.Ids;

/** Makes a scheme of keys the active one, at once and for good, as the preferences do. */
public final class UseKeysHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        try {
            bindings.savePreferences(bindings.getScheme(event.getParameter(Ids.USE_KEYS_SCHEME)), bindings.getBindings());
        } catch (IOException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
