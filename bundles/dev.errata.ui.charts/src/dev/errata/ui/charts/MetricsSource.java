package dev.errata.ui.charts;

import java.util.List;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.operations.Counted;
import dev.errata.dataset.operations.RunMetrics;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.ui.Delivery;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.charts.model.MetricsModel;

/** Computes the metrics of one run in the background; results arrive on the UI thread. */
final class MetricsSource {

    private final OpenDataset dataset;
    private final Run run;
    private final Delivery<MetricsModel> delivery;
    private final Job job;
    /** Only the job asks for it. */
    private Imported imported;

    MetricsSource(OpenDataset dataset, Run run, Display display, Delivery.Receiver<MetricsModel> receiver) {
        this.dataset = dataset;
        this.run = run;
        delivery = new Delivery<>(display, receiver);
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
        return delivery.compute(() -> model(monitor));
    }

    private MetricsModel model(IProgressMonitor monitor) {
        // read before the lock is taken: the file may be large
        PredictionColumns predictions = dataset.predictions(run);
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            List<String> names = dataset.document().getClasses().stream().map(LabelClass::getName).toList();
            Filter filter = dataset.evaluations().filter().orElse(null);
            Progress progress = new MonitorProgress(monitor);
            RunMetrics now = metrics(RunMetrics.Choice.ALL, dataset.annotations(), predictions,
                dataset.evaluations().overlaps(run, progress), filter, progress);
            RunMetrics before = dataset.changes().images().isEmpty() ? null : imported(predictions, filter, progress);
            return new MetricsModel(dataset.name(), run.getName(), filter, names, Messages.AllClasses, now, before);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The metrics with the labels as they were imported, which no change moves.
     *
     * @param filter what held, or null
     */
    private record Imported(Filter filter, boolean byMasks, RunMetrics metrics) {
    }

    private RunMetrics imported(PredictionColumns predictions, Filter filter, Progress progress) {
        boolean byMasks = dataset.evaluations().matching().byMasks();
        if (imported == null || imported.filter() != filter || imported.byMasks() != byMasks) {
            AnnotationColumns before = dataset.labels().imported();
            imported = new Imported(filter, byMasks, metrics(RunMetrics.Choice.COCO, before, predictions,
                dataset.evaluations().importedOverlaps(run, before, progress), filter, progress));
        }
        return imported.metrics();
    }

    private RunMetrics metrics(RunMetrics.Choice choice, AnnotationColumns annotations, PredictionColumns predictions,
        Overlaps overlaps, Filter filter, Progress progress) {
        Counted counted = Counted.of(annotations, predictions, overlaps,
            filter != null && filter.ofImagesOnly() ? filter : null, 0);
        return RunMetrics.of(choice, dataset.source(), counted.annotations(), counted.predictions(), counted.overlaps(),
            progress);
    }

    void close() {
        delivery.close();
        job.cancel();
    }
}
