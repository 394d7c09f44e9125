package dev.errata.formats.io;

import dev.errata.engine.Progress;

/** A part of a larger task, which was announced before: begins nothing of its own, and stops when that is to stop. */
public final class PartOfTask implements Progress {

    private final Progress task;
    private final boolean counts;

    /** @param counts whether what is done here was counted in when the task was announced */
    public PartOfTask(Progress task, boolean counts) {
        this.task = task;
        this.counts = counts;
    }

    @Override
    public void begin(String name, long total) {
        // the larger task has begun
    }

    @Override
    public void advance(long amount) {
        if (counts) {
            task.advance(amount);
        }
    }

    @Override
    public void records(long count) {
        if (counts) {
            task.records(count);
        }
    }

    @Override
    public boolean cancelled() {
        return task.cancelled();
    }
}
