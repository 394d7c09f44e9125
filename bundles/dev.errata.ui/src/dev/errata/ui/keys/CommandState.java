package dev.errata.ui.keys;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** What commands are called, and whether they can be executed with what is selected now. */
final class CommandState {

    private final ICommandService commands;
    private final IHandlerService handlers;

    CommandState(IServiceLocator services) {
        commands = services.getService(ICommandService.class);
        handlers = services.getService(IHandlerService.class);
    }

    /** The name without the dots that announce a question. */
    String name(String id) {
        try {
            return commands.getCommand(id).getName().replaceFirst("(\\.\\.\\.|\u2026)$", ""); //$NON-NLS-1$ //$NON-NLS-2$
        } catch (NotDefinedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isPossible(String id) {
        Command command = commands.getCommand(id);
        command.setEnabled(handlers.getCurrentState());
        return command.isEnabled();
    }
}
