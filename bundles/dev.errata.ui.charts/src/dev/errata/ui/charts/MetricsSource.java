package dev.errata.ui.charts;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.operations.Counted;
import dev.errata.dataset.operations.RunMetrics;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Overlaps;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.charts.model.MetricsModel;

/** Computes the metrics of one run in the background; results arrive on the UI thread. */
final class MetricsSource {

    private final OpenDataset dataset;
    private final Run run;
    private final Receiver receiver;
    private final Display display;
    private final Job job;
    private volatile boolean closed;

    /** Gets what the job finds out, on the UI thread. */
    interface Receiver {

        void show(MetricsModel model);

        void failed(Throwable reason);

        void stopped();
    }

    MetricsSource(OpenDataset dataset, Run run, Display display, Receiver receiver) {
        this.dataset = dataset;
        this.run = run;
        this.display = display;
        this.receiver = receiver;
        job = Job.create(NLS.bind(Messages.Job_compute, run.getName(), dataset.name()), this::compute);
        job.setPriority(Job.LONG);
    }

    OpenDataset dataset() {
        return dataset;
    }

    Run run() {
        return run;
    }

    /** Computes, or computes again, after a pause in which more may change. */
    void start(long pauseMilliseconds) {
        job.schedule(pauseMilliseconds);
    }

    private IStatus compute(IProgressMonitor monitor) {
        try {
            MetricsModel model = model(monitor);
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

    private MetricsModel model(IProgressMonitor monitor) {
        // read before the lock is taken: the file may be large
        PredictionColumns predictions = dataset.predictions(run);
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            List<String> names = dataset.document().getClasses().stream().map(LabelClass::getName).toList();
            Filter filter = dataset.filter().orElse(null);
            Counted counted = Counted.of(dataset.annotations(), predictions, Overlaps.ofBoxes(dataset.annotations(), predictions),
                filter != null && filter.ofImagesOnly() ? filter : null, 0);
            RunMetrics metrics = RunMetrics.of(RunMetrics.Choice.ALL, dataset.source(), counted.annotations(),
                counted.predictions(), counted.overlaps(), new MonitorProgress(monitor));
            return new MetricsModel(dataset.name(), run.getName(), filter, names, Messages.AllClasses, metrics);
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

    void close() {
        closed = true;
        job.cancel();
    }
}
