package dev.errata.ui.pictures;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageReader;

/** Stops readers that take too long. */
final class Watchdog {

    private static final long AGAIN_MILLISECONDS = 100;
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "Errata picture watchdog"); //$NON-NLS-1$
        thread.setDaemon(true);
        return thread;
    });

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private Watchdog() {
    }

    /** Something that a reader does. */
    @FunctionalInterface
    interface Reading<T> {

        T read() throws IOException;
    }

    /** Does the reading unless it takes longer than a time; then it fails with {@link TooLongException}. */
    static <T> T guard(ImageReader reader, Duration time, Reading<T> reading) throws IOException {
        long start = System.nanoTime();
        // a reader forgets an abort that comes before it begins: it is told again
        ScheduledFuture<?> abort = CLOCK.scheduleWithFixedDelay(reader::abort, time.toNanos(),
            TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLISECONDS), TimeUnit.NANOSECONDS);
        try {
            T result = reading.read();
            if (System.nanoTime() - start > time.toNanos()) {
                throw new TooLongException();
            }
            return result;
        } finally {
            abort.cancel(false);
        }
    }

    /** The time was over. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
