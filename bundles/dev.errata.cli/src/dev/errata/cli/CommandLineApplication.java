package dev.errata.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The command line as a headless Eclipse application, for an Eclipse that Errata is installed into. */
public final class CommandLineApplication implements IApplication {

    /** @return the exit code of the command, see {@link Main#run} */
    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        return Main.run(arguments);
    }

    @Override
    public void stop() {
        // commands end by themselves
    }
}
