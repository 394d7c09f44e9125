package dev.errata.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    private static final int CLEAN_UP_SECONDS = 5;

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(ended), "cancel"));
        try {
            return run(unmarked(arguments));
        } finally {
            ended.countDown();
        }
    }

    /** Ctrl-C or a signal: the command stops where it can, and takes away what it left half done. */
    private static void cancel(CountDownLatch ended) {
        ConsoleProgress.cancel();
        try {
            ended.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
