package dev.errata.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * The command line as a headless Eclipse application. Writes UTF-8, whatever the locale. Returns 0, or 1 where the command
 * failed, or 2 where it was not understood.
 */
public final class CommandLineApplication implements IApplication {

    /**
     * The launch script puts this in front of each argument of the user, so that none of them is taken for an option of
     * the platform.
     */
    static final String MARK = ":";

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        return run(unmarked(arguments));
    }

    private static int run(String[] arguments) {
        try (PrintWriter out = writer(FileDescriptor.out); PrintWriter err = writer(FileDescriptor.err)) {
            int code = Commands.execute(arguments, out, err);
            out.flush();
            if (out.checkError() && code == 0) {
                err.println("errata: the output could not be written; is the disk full or the reader gone?");
                return Commands.FAILED;
            }
            return code;
        }
    }

    static String[] unmarked(String[] arguments) {
        if (!Arrays.stream(arguments).allMatch(argument -> argument.startsWith(MARK))) {
            return arguments;
        }
        return Arrays.stream(arguments).map(argument -> argument.substring(MARK.length())).toArray(String[]::new);
    }

    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(new FileOutputStream(to), 1 << 16),
            StandardCharsets.UTF_8));
    }

    @Override
    public void stop() {
        // commands end by themselves
    }
}
