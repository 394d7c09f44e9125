package dev.errata.ui.matrix.loading;

import dev.errata.engine.Progress;

/** Passes progress on, and keeps the last report for a widget that looks at it now and then. */
final class LoadingProgress implements Progress {

    private final Progress next;
    private volatile String task = "";
    private volatile long total;
    private volatile long done;
    private volatile boolean stopped;

    LoadingProgress(Progress next) {
        this.next = next;
    }

    @Override
    public void begin(String newTask, long newTotal) {
        task = newTask;
        total = newTotal;
        done = 0;
        next.begin(newTask, newTotal);
    }

    @Override
    public void advance(long amount) {
        done += amount;
        next.advance(amount);
    }

    @Override
    public boolean cancelled() {
        return stopped || next.cancelled();
    }

    void stop() {
        stopped = true;
    }

    String task() {
        return task;
    }

    /** How far the task is, 0 to 1; below 0 where that is not known. */
    double part() {
        long all = total;
        return all <= 0 ? -1 : Math.min(1, (double) done / all);
    }
}
