package dev.errata.ui;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Display;

/**
 * Brings what a job computes, or why it could not, to whoever shows it, on the UI thread, until it is closed.
 *
 * @param <M> what is computed
 */
public final class Delivery<M> {

    private final Display display;
    private final Receiver<M> receiver;
    private volatile boolean closed;

    /**
     * Gets what the job finds out, on the UI thread.
     *
     * @param <M> what is computed
     */
    public interface Receiver<M> {

        void show(M model);

        void failed(Throwable reason);

        void stopped();
    }

    public Delivery(Display display, Receiver<M> receiver) {
        this.display = display;
        this.receiver = receiver;
    }

    /**
     * Computes on the job's thread and delivers.
     *
     * @param work throws a {@link CancellationException} if somebody stopped it
     * @return of the job; a failure is told to the receiver alone
     */
    public IStatus compute(Supplier<M> work) {
        try {
            M model = work.get();
            later(() -> receiver.show(model));
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            later(receiver::stopped);
            return Status.CANCEL_STATUS;
        } catch (UncheckedIOException failure) {
            later(() -> receiver.failed(failure.getCause()));
            return Status.OK_STATUS;
        } catch (RuntimeException failure) {
            later(() -> receiver.failed(failure));
            return Status.OK_STATUS;
        }
    }

    private void later(Runnable result) {
        if (!closed && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!closed) {
                    result.run();
                }
            });
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** Nothing is delivered any more. */
    public void close() {
        closed = true;
    }
}
