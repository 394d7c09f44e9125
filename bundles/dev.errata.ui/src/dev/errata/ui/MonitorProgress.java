package dev.errata.ui;

import java.text.NumberFormat;
import java.util.function.LongSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.errata.engine.Progress;
import dev.errata.engine.ProgressEstimate;

/**
 * Shows the progress of an engine task in a monitor of the workbench and passes its cancel button on. Of what takes longer it
 * tells how much is done and how long it will still take, of files that are read also how many records there were.
 */
public final class MonitorProgress implements Progress {

    private static final int TICKS = 1000;
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long STEP_NANOS = 250_000_000L;
    private static final long BYTES_A_MEGABYTE = 1_000_000;

    private final IProgressMonitor monitor;
    private final LongSupplier clock;
    private boolean begun;
    private String task = "";
    private ProgressEstimate estimate = new ProgressEstimate(0, 0);
    private long next;
    private int shown;

    public MonitorProgress(IProgressMonitor monitor) {
        this(monitor, System::nanoTime);
    }

    /** @param clock nanoseconds from any beginning */
    public MonitorProgress(IProgressMonitor monitor, LongSupplier clock) {
        this.monitor = monitor;
        this.clock = clock;
    }

    @Override
    public void begin(String name, long amount) {
        if (!begun) {
            monitor.beginTask(name, IProgressMonitor.UNKNOWN);
            begun = true;
        }
        monitor.subTask(name);
        task = name;
        long now = clock.getAsLong();
        estimate = new ProgressEstimate(amount, now);
        next = now + PATIENCE_NANOS;
        shown = 0;
    }

    @Override
    public void records(long count) {
        estimate.records(count);
    }

    @Override
    public void advance(long amount) {
        estimate.advance(amount);
        if (estimate.total() <= 0) {
            return;
        }
        int ticks = (int) Math.min(TICKS, estimate.done() * TICKS / estimate.total());
        if (ticks / 10 > shown / 10) {
            monitor.worked(ticks - shown);
            shown = ticks;
        }
        long now = clock.getAsLong();
        if (now - next >= 0 && estimate.secondsLeft(now) >= 0) {
            next = now + STEP_NANOS;
            monitor.subTask(state(task, estimate, now));
        }
    }

    /** For example {@code Reading gt.json: 412,000 records, 38 % of 411 MB, about 6 s left}. */
    private static String state(String task, ProgressEstimate estimate, long now) {
        NumberFormat numbers = NumberFormat.getIntegerInstance();
        String percent = numbers.format(estimate.percent());
        String left = numbers.format(estimate.secondsLeft(now));
        return estimate.records() == 0 ? NLS.bind(Messages.MonitorProgress_task, new Object[] {task, percent, left})
            : NLS.bind(Messages.MonitorProgress_reading, new Object[] {task, numbers.format(estimate.records()), percent,
                numbers.format(Math.ceilDiv(estimate.total(), BYTES_A_MEGABYTE)), left});
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
