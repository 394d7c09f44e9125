package dev.errata.cli.console;

import java.io.PrintStream;
import java.util.Locale;

import dev.errata.dataset.VisibleText;
import dev.errata.engine.Progress;
import dev.errata.engine.ProgressEstimate;

/** Tells on a terminal how far a long task is; in a pipe and for short tasks it is silent. Stops when the program is to end. */
public final class ConsoleProgress implements Progress {

    /** Set by the launch script where standard error is a terminal. */
    private static final String TERMINAL = "errata.terminal";
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final double BYTES_A_MEGABYTE = 1e6;
    private static final long STEP_NANOS = 250_000_000L;

    private static volatile boolean cancelled;

    private final boolean terminal;
    private final PrintStream to = System.err;
    private String task = "";
    private ProgressEstimate estimate = new ProgressEstimate(0, 0);
    private long next;
    private boolean shown;

    private ConsoleProgress(boolean terminal) {
        this.terminal = terminal;
    }

    /** The progress of this process, shown where standard error is a terminal. */
    public static Progress get() {
        return new ConsoleProgress(Boolean.getBoolean(TERMINAL));
    }

    /** Shows nothing, but stops when the program is to end. */
    public static Progress quiet() {
        return new ConsoleProgress(false);
    }

    /** Somebody wants the program to end: whatever is running stops and cleans up. */
    public static void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
        clear();
        task = VisibleText.oneLine(newTask);
        estimate = new ProgressEstimate(newTotal, System.nanoTime());
        next = System.nanoTime() + PATIENCE_NANOS;
    }

    @Override
    public synchronized void advance(long amount) {
        estimate.advance(amount);
        long now = System.nanoTime();
        if (estimate.complete()) {
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
        to.print("\r\033[K" + task + state(estimate, now));
        to.flush();
    }

    @Override
    public synchronized void records(long count) {
        estimate.records(count);
    }

    /** For example {@code : 412,000 records, 38 % of 411 MB, 6 s left}. */
    private static String state(ProgressEstimate estimate, long now) {
        boolean bytes = estimate.records() > 0;
        String state = bytes ? String.format(Locale.ROOT, ", %,d records", estimate.records()) : "";
        if (estimate.secondsLeft(now) >= 0) {
            state += ", " + estimate.percent() + " %"
                + (bytes ? String.format(Locale.ROOT, " of %,.0f MB", estimate.total() / BYTES_A_MEGABYTE) : "")
                + ", " + estimate.secondsLeft(now) + " s left";
        }
        return state.isEmpty() ? "" : ":" + state.substring(1);
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
