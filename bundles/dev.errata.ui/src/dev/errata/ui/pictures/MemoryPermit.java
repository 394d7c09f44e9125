package dev.errata.ui.pictures;

import java.util.concurrent.Semaphore;

/** Shares a number of bytes between threads, in the order in which they ask. */
public final class MemoryPermit {

    private static final int UNIT = 1 << 10;

    private final int units;
    private final Semaphore free;

    /** @param bytes shared by all; at least one KiB is */
    public MemoryPermit(long bytes) {
        units = units(bytes, Integer.MAX_VALUE);
        free = new Semaphore(units, true);
    }

    private static int units(long bytes, int limit) {
        return Math.clamp(Math.ceilDiv(bytes, UNIT), 1, limit);
    }

    /** Waits until so much is free. Who wants more than there is gets all of it. */
    public Grant take(long bytes) {
        int taken = units(bytes, units);
        free.acquireUninterruptibly(taken);
        return () -> free.release(taken);
    }

    /** How much nobody has taken, bytes. */
    public long free() {
        return (long) free.availablePermits() * UNIT;
    }

    /** Given back by closing it, once. */
    @FunctionalInterface
    public interface Grant extends AutoCloseable {

        @Override
        void close();
    }
}
