package dev.errata.ui.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.matrix.model.MatrixFacts;
import dev.errata.ui.matrix.model.MatrixModel;

/**
 * Evaluates one run of a dataset in the background and follows its changes: each is answered by a copy of the matrix, several
 * in a row by one. Results arrive on the UI thread.
 */
final class MatrixSource implements DatasetListener, AutoCloseable {

    private final OpenDataset dataset;
    private final Run run;
    private final Receiver receiver;
    private final Display display;
    private final Job first;
    private final Job again;
    private volatile LoadingProgress progress;
    private volatile boolean closed;

    /** Gets what the jobs find out, on the UI thread. */
    interface Receiver {

        void show(MatrixModel model);

        void failed(Throwable reason);

        void stopped();
    }

    MatrixSource(OpenDataset dataset, Run run, Display display, Receiver receiver) {
        this.dataset = dataset;
        this.run = run;
        this.display = display;
        this.receiver = receiver;
        progress = new LoadingProgress(Progress.NONE);
        first = Job.create(NLS.bind(Messages.Job_Evaluate, run.getName(), dataset.name()), this::evaluate);
        first.setPriority(Job.SHORT);
        again = Job.createSystem(NLS.bind(Messages.Job_Refresh, dataset.name()), this::evaluate);
        again.setPriority(Job.INTERACTIVE);
        dataset.addListener(this);
        first.schedule();
    }

    OpenDataset dataset() {
        return dataset;
    }

    Run run() {
        return run;
    }

    LoadingProgress progress() {
        return progress;
    }

    @Override
    public void changed(DatasetEvent event) {
        if (!closed && (event.evaluation() || !event.images().isEmpty())) {
            again.schedule();
        }
    }

    /** Starts over after a failure or after it was stopped. */
    void retry() {
        first.schedule();
    }

    private IStatus evaluate(IProgressMonitor monitor) {
        LoadingProgress loading = new LoadingProgress(new MonitorProgress(monitor));
        progress = loading;
        try {
            MatrixModel model = copy(dataset.evaluation(run, loading));
            deliver(() -> receiver.show(model));
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            deliver(receiver::stopped);
            return Status.CANCEL_STATUS;
        } catch (RuntimeException failure) {
            deliver(() -> receiver.failed(failure));
            return Status.OK_STATUS;
        }
    }

    private MatrixModel copy(Evaluation evaluation) {
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            List<String> names = new ArrayList<>();
            for (int label = 0; label <= evaluation.matrix().classCount(); label++) {
                names.add(dataset.className(label));
            }
            MatrixFacts facts = new MatrixFacts(dataset.name(), run.getName(), evaluation.profile().id(), evaluation.thresholds(),
                evaluation.rules(), evaluation.ignoredAnnotations(), evaluation.ignoredPredictions());
            return new MatrixModel(names, evaluation.matrix(), facts);
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Runnable result) {
        if (!closed && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!closed) {
                    result.run();
                }
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        dataset.removeListener(this);
        progress.stop();
        first.cancel();
        again.cancel();
    }
}
