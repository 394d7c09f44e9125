package dev.errata.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs work on the images of a dataset on all cores. Each core has its own worker, so that scratch arrays and sums need no
 * lock; the workers are returned for their sums to be merged.
 */
public final class Parallel {

    /** Large enough that handing them out costs nothing, small enough that progress is told and a stop is heard soon. */
    private static final int LARGEST_BLOCK = 128;
    /** Images differ in how crowded they are: with several blocks a core none waits long for the last. */
    private static final int BLOCKS_PER_CORE = 8;

    private Parallel() {
    }

    /** What one core does with a block of images. */
    public interface Worker {

        /** Works on the images from {@code begin} to {@code end} - 1; called from one thread at a time. */
        void images(int begin, int end);
    }

    /**
     * Hands out all images in blocks.
     *
     * @param worker makes the worker of one core
     * @return the workers that were made, to be merged
     * @throws CancellationException if {@code progress} asks to stop; the work is then incomplete
     */
    public static <W extends Worker> List<W> images(int imageCount, Supplier<W> worker, Progress progress) {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        int all = pool.getParallelism() + 1;
        int block = Math.clamp(imageCount / (all * BLOCKS_PER_CORE), 1, LARGEST_BLOCK);
        int cores = Math.clamp((imageCount + block - 1) / block, 1, all);
        List<W> workers = new ArrayList<>(cores);
        for (int i = 0; i < cores; i++) {
            workers.add(worker.get());
        }
        Blocks blocks = new Blocks(imageCount, block, progress);
        List<ForkJoinTask<?>> others = new ArrayList<>(cores - 1);
        for (W other : workers.subList(1, cores)) {
            others.add(pool.submit(() -> blocks.drain(other)));
        }
        try {
            blocks.drain(workers.get(0));
        } finally {
            blocks.close();
            others.forEach(ForkJoinTask::quietlyJoin);
        }
        others.forEach(ForkJoinTask::join);
        if (blocks.cancelled) {
            throw new CancellationException();
        }
        return workers;
    }

    /** Images not handed out yet. */
    private static final class Blocks {

        private final int imageCount;
        private final int size;
        private final Progress progress;
        private final AtomicInteger next = new AtomicInteger();
        private volatile boolean cancelled;

        Blocks(int imageCount, int size, Progress progress) {
            this.imageCount = imageCount;
            this.size = size;
            this.progress = progress;
        }

        void drain(Worker worker) {
            while (!cancelled) {
                int begin = next.getAndUpdate(n -> Math.min(imageCount, n + size));
                if (begin >= imageCount) {
                    return;
                }
                int end = Math.min(imageCount, begin + size);
                worker.images(begin, end);
                report(end - begin);
            }
        }

        private synchronized void report(int done) {
            progress.advance(done);
            if (progress.cancelled()) {
                cancelled = true;
            }
        }

        /** After a failure in one worker the others find nothing more to do. */
        void close() {
            next.set(imageCount);
        }
    }
}
