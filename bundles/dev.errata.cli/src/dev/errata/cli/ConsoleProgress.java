package dev.errata.cli;

import java.io.PrintStream;
import java.util.Locale;

import dev.errata.engine.Progress;

/** Tells on a terminal how far a long task is; in a pipe and for short tasks it is silent. Stops when the program is to end. */
final class ConsoleProgress implements Progress {

    /** Set by the launch script where standard error is a terminal. */
    private static final String TERMINAL = "errata.terminal";
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long STEP_NANOS = 250_000_000L;

    private static volatile boolean cancelled;

    private final boolean terminal;
    private final PrintStream to = System.err;
    private String task = "";
    private long total;
    private long done;
    private long began;
    private long next;
    private boolean shown;

    private ConsoleProgress(boolean terminal) {
        this.terminal = terminal;
    }

    static Progress get() {
        return new ConsoleProgress(Boolean.getBoolean(TERMINAL));
    }

    /** Shows nothing, but stops when the program is to end. */
    static Progress quiet() {
        return new ConsoleProgress(false);
    }

    /** Somebody wants the program to end: whatever is running stops and cleans up. */
    static void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
        clear();
        task = Texts.oneLine(newTask);
        total = newTotal;
        done = 0;
        began = System.nanoTime();
        next = began + PATIENCE_NANOS;
    }

    @Override
    public synchronized void advance(long amount) {
        done += amount;
        long now = System.nanoTime();
        if (total > 0 && done >= total) {
            clear();
        } else if (now - next >= 0) {
            next = now + STEP_NANOS;
            show(now);
        }
    }

    private void show(long now) {
        if (!terminal) {
            return;
        }
        shown = true;
        String state = "";
        if (total > 0 && done > 0) {
            double part = (double) done / total;
            long left = Math.round((now - began) / 1e9 * (1 - part) / part);
            state = String.format(Locale.ROOT, " %d %%, %d s left", (int) (100 * part), left);
        }
        to.print("\r\033[K" + task + state);
        to.flush();
    }

    private void clear() {
        if (shown) {
            to.print("\r\033[K");
            to.flush();
            shown = false;
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
