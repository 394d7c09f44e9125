package dev.errata.dataset;

import java.util.concurrent.atomic.AtomicInteger;

import dev.errata.engine.Progress;

/** Says stop after a number of questions. */
public class CancelAfter implements Progress {

    private final AtomicInteger left;

    public CancelAfter(int polls) {
        left = new AtomicInteger(polls);
    }

    @Override
    public void begin(String task, long total) {
        // only the questions count
    }

    @Override
    public void advance(long amount) {
        // only the questions count
    }

    @Override
    public boolean cancelled() {
        return left.getAndDecrement() <= 0;
    }
}
