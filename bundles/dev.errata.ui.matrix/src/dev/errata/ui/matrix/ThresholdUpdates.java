package dev.errata.ui.matrix;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import dev.errata.dataset.OpenDataset;
import dev.errata.engine.evaluation.Thresholds;
import dev.errata.ui.MonitorProgress;

/**
 * Gives a dataset new thresholds in the background. While one is being applied only the latest wish waits: a slider that
 * is dragged never queues up work.
 */
final class ThresholdUpdates {

    private final AtomicReference<Wish> latest = new AtomicReference<>();
    private final Job job;

    private record Wish(OpenDataset dataset, Thresholds thresholds) {
    }

    ThresholdUpdates() {
        job = Job.createSystem(Messages.Job_Thresholds, this::apply);
        job.setPriority(Job.INTERACTIVE);
    }

    void want(OpenDataset dataset, Thresholds thresholds) {
        latest.set(new Wish(dataset, thresholds));
        job.schedule();
    }

    /** Whether a wish waits or is being applied. */
    boolean isBusy() {
        return latest.get() != null || job.getState() != Job.NONE;
    }

    private IStatus apply(IProgressMonitor monitor) {
        Wish wish = latest.getAndSet(null);
        while (wish != null) {
            try {
                wish.dataset().setThresholds(wish.thresholds(), new MonitorProgress(monitor));
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } catch (RuntimeException failure) {
                ILog.of(ThresholdUpdates.class).error(Messages.Job_ThresholdsFailed, failure);
            }
            wish = latest.getAndSet(null);
        }
        return Status.OK_STATUS;
    }

    void close() {
        latest.set(null);
        job.cancel();
    }
}
