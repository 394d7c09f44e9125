package dev.errata.ui.wizards;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.DatasetProjects;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;

/** Imports a dataset in the background, then opens it; cancelled or failed it leaves nothing behind. */
public final class ImportJob extends Job {

    private final String dataset;
    private final Import operation;
    private final CompletableFuture<OpenDataset> opened = new CompletableFuture<>();

    private ImportJob(String dataset, Import operation) {
        super(NLS.bind(Messages.ImportJob_name, dataset));
        this.dataset = dataset;
        this.operation = operation;
    }

    /** What is to be done. */
    @FunctionalInterface
    public interface Import {

        ImportDataset.Result run(Progress progress) throws DatasetException;
    }

    /**
     * @param dataset its name, for messages
     * @return completes when the dataset is open; errors are shown
     */
    public static CompletableFuture<OpenDataset> start(String dataset, Import operation) {
        ImportJob job = new ImportJob(dataset, operation);
        job.schedule();
        return job.opened;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            ImportDataset.Result result = operation.run(new MonitorProgress(monitor));
            DatasetProjects.open(result.folder()).whenComplete((open, failure) -> {
                if (failure == null) {
                    opened.complete(open);
                } else {
                    opened.completeExceptionally(failure);
                }
            });
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            opened.cancel(false);
            return Status.CANCEL_STATUS;
        } catch (DatasetException | RuntimeException failure) {
            Failures.show(NLS.bind(Messages.ImportJob_failed, dataset), failure);
            opened.completeExceptionally(failure);
            // shown already; an error status would make the job manager show it once more
            return Status.OK_STATUS;
        }
    }
}
