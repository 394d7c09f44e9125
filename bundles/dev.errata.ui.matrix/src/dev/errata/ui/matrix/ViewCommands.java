package dev.errata.ui.matrix;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.engine.matching.Profile;
import dev.errata.ui.commands.Ids;

/** Runs commands of other parts for the view; what goes wrong is said in the status line. */
final class ViewCommands {

    private final IViewSite site;

    ViewCommands(IViewSite site) {
        this.site = site;
    }

    /** Something that a command does. */
    private interface Execution {
        void run() throws CommandException;
    }

    void run(String command) {
        run(command, () -> handlers().executeCommand(command, null));
    }

    /** Shows what another profile counts differently. */
    void compareWith(Profile profile) {
        Command compare = site.getService(ICommandService.class).getCommand(Ids.COMPARE_PROFILES);
        run(Ids.COMPARE_PROFILES, () -> handlers().executeCommand(
            ParameterizedCommand.generateCommand(compare, Map.of(Ids.COMPARE_PROFILES_WITH, profile.id())), null));
    }

    private IHandlerService handlers() {
        return site.getService(IHandlerService.class);
    }

    private void run(String command, Execution execution) {
        try {
            execution.run();
        } catch (NotDefinedException missing) {
            showError(NLS.bind(Messages.Command_Missing, command));
        } catch (CommandException failure) {
            showError(NLS.bind(Messages.Command_Failed, failure.getMessage()));
        }
    }

    void showError(String text) {
        site.getActionBars().getStatusLineManager().setErrorMessage(text);
        site.getShell().getDisplay().beep();
    }
}
