package dev.errata.ui.pictures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A few threads that do what was asked for last first: what a person looks at now. */
final class LatestFirst {

    private final ThreadPoolExecutor executor;

    LatestFirst(String name, int threads) {
        AtomicInteger count = new AtomicInteger();
        executor = new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS, new Stack(), task -> {
            Thread thread = new Thread(task, name + ' ' + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(Thread.NORM_PRIORITY - 1);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Does the work unless its future is cancelled before it begins. */
    <T> CompletableFuture<T> submit(Supplier<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        executor.execute(() -> {
            if (future.isDone()) {
                return;
            }
            try {
                future.complete(work.get());
            } catch (RuntimeException | OutOfMemoryError failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    /** A queue whose newest element comes first. */
    private static final class Stack extends LinkedBlockingDeque<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }
    }
}
