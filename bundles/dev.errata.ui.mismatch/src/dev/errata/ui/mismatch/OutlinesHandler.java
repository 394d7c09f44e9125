package dev.errata.ui.mismatch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.eclipse.ui.services.IServiceLocator;

/** Draws outlines in grids, or boxes: of all grids alike, and kept across restarts. */
public final class OutlinesHandler extends AbstractHandler {

    static final String COMMAND = "dev.errata.ui.mismatch.outlines"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        HandlerUtil.toggleCommandState(event.getCommand());
        return null;
    }

    static boolean isWanted(IServiceLocator site) {
        return Boolean.TRUE.equals(state(site).getValue());
    }

    /** @return stops telling */
    static Runnable follow(IServiceLocator site, Runnable changed) {
        State state = state(site);
        IStateListener listener = (of, before) -> changed.run();
        state.addListener(listener);
        return () -> state.removeListener(listener);
    }

    private static State state(IServiceLocator site) {
        Command command = site.getService(ICommandService.class).getCommand(COMMAND);
        return command.getState(RegistryToggleState.STATE_ID);
    }
}
