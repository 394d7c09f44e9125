package dev.errata.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;

/**
 * Asks every open dataset for what teammates wrote: every two seconds, and at once where a journal can tell; sleeps while none
 * is open.
 */
final class JournalWatch extends Job {

    private static final long INTERVAL_MILLISECONDS = 2000;

    private final OpenDatasets datasets;
    private final Map<OpenDataset, String> failures = new HashMap<>();

    JournalWatch(OpenDatasets datasets) {
        super(Messages.OpenDatasets_watch);
        this.datasets = datasets;
        setSystem(true);
        setPriority(DECORATE);
    }

    /** Whether the running thread is taking over what other programs wrote. */
    static boolean isTakingOver() {
        return Job.getJobManager().currentJob() instanceof JournalWatch;
    }

    void start() {
        schedule(INTERVAL_MILLISECONDS);
    }

    /** A journal told that there is something. Any thread. */
    void wake() {
        wakeUp();
        // where it is running already
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<OpenDataset> all = datasets.all();
        if (!all.isEmpty()) {
            // first: news that come meanwhile bring the next run forward
            schedule(INTERVAL_MILLISECONDS);
        }
        failures.keySet().retainAll(all);
        for (OpenDataset dataset : all) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            refresh(dataset);
        }
        return Status.OK_STATUS;
    }

    private void refresh(OpenDataset dataset) {
        try {
            dataset.changes().refresh();
            failures.remove(dataset);
        } catch (DatasetException failure) {
            // a shared drive can be away for hours: say so once, not every two seconds
            if (!Objects.equals(failures.put(dataset, failure.getMessage()), failure.getMessage())) {
                ILog.of(JournalWatch.class).warn(NLS.bind(Messages.OpenDatasets_watchFailed, dataset.folder()), failure);
            }
        }
    }
}
