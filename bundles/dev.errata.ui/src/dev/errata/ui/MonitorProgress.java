package dev.errata.ui;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.errata.engine.Progress;

/** Shows the progress of an engine task in a monitor of the workbench and passes its cancel button on. */
public final class MonitorProgress implements Progress {

    private static final int TICKS = 1000;

    private final IProgressMonitor monitor;
    private boolean begun;
    private long total;
    private long done;
    private int shown;

    public MonitorProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void begin(String task, long amount) {
        if (!begun) {
            monitor.beginTask(task, IProgressMonitor.UNKNOWN);
            begun = true;
        }
        monitor.subTask(task);
        total = amount;
        done = 0;
        shown = 0;
    }

    @Override
    public void advance(long amount) {
        done += amount;
        if (total <= 0) {
            return;
        }
        int ticks = (int) Math.min(TICKS, done * TICKS / total);
        if (ticks / 10 > shown / 10) {
            monitor.worked(ticks - shown);
            shown = ticks;
        }
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
