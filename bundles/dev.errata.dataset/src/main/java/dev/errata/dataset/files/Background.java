package dev.errata.dataset.files;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.errata.engine.Progress;

/**
 * Reads a file while another is being read.
 *
 * @param <T> what it is read into
 */
public final class Background<T> {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final FutureTask<T> task;

    /** What is done in the background, given how it hears that it should stop. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws IOException;
    }

    private Background(Work<T> work, Progress watched) {
        task = new FutureTask<>((Callable<T>) () -> work.run(new Stop(watched)));
    }

    /** @param watched who cancels it cancels the work too; it is told nothing, for it hears one thread at a time */
    public static <T> Background<T> start(String name, Progress watched, Work<T> work) {
        Background<T> background = new Background<>(work, watched);
        Thread thread = new Thread(background.task, name);
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    /** Waits for the result. */
    public T get() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IOException(e.getCause());
            }
        }
    }

    /** Nobody needs the result. */
    public void stop() {
        stopped.set(true);
    }

    /** Waits until the work has ended, however it does. */
    public void stopAndWait() {
        stop();
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                // it ended, which is all that matters: nobody needs what it was to give
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks two sides whether to stop. */
    private final class Stop implements Progress {

        private final Progress watched;

        Stop(Progress watched) {
            this.watched = watched;
        }

        @Override
        public void begin(String name, long total) {
            // the other thread tells
        }

        @Override
        public void advance(long amount) {
            // the other thread tells
        }

        @Override
        public boolean cancelled() {
            return stopped.get() || watched.cancelled();
        }
    }
}
