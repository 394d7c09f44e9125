package dev.errata.ui.matrix.matching;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;

/**
 * Matches a dataset in another way in the background. While one is being applied only the latest wish waits: a slider that
 * is dragged never queues up work.
 */
final class MatchingUpdates {

    private final AtomicReference<Wish> latest = new AtomicReference<>();
    private final Job job;
    private final Runnable refused;

    private record Wish(OpenDataset dataset, Matching matching) {
    }

    /** @param refused called on the UI thread after the person was told that a wish cannot be met */
    MatchingUpdates(Runnable refused) {
        this.refused = refused;
        job = Job.createSystem(Messages.Job_Matching, this::apply);
        job.setPriority(Job.INTERACTIVE);
    }

    void want(OpenDataset dataset, Matching matching) {
        latest.set(new Wish(dataset, matching));
        job.schedule();
    }

    /** The last wish for a dataset that is not applied yet, or how it is matched now. */
    Matching latest(OpenDataset dataset) {
        Wish wish = latest.get();
        return wish != null && wish.dataset() == dataset ? wish.matching() : dataset.evaluations().matching();
    }

    /** Whether a wish waits or is being applied. */
    boolean isBusy() {
        return latest.get() != null || job.getState() != Job.NONE;
    }

    private IStatus apply(IProgressMonitor monitor) {
        Wish wish = latest.getAndSet(null);
        while (wish != null) {
            try {
                wish.dataset().evaluations().setMatching(wish.matching(), new MonitorProgress(monitor));
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } catch (RuntimeException failure) {
                Failures.show(Messages.Job_MatchingFailed,
                    failure instanceof UncheckedIOException ? failure.getCause() : failure);
                Display display = PlatformUI.getWorkbench().getDisplay();
                if (!display.isDisposed()) {
                    display.asyncExec(refused);
                }
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
