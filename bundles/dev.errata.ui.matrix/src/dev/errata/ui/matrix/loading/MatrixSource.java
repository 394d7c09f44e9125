package dev.errata.ui.matrix.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.Delivery;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.matrix.model.MatrixFacts;
import dev.errata.ui.matrix.model.MatrixModel;

/**
 * Evaluates one run of a dataset in the background and follows its changes: each is answered by a copy of the matrix, several
 * in a row by one. Results arrive on the UI thread.
 */
public final class MatrixSource implements DatasetListener, AutoCloseable {

    private final OpenDataset dataset;
    private final Run run;
    private final Delivery<MatrixModel> delivery;
    private final Job first;
    private final Job again;
    private volatile LoadingProgress progress;

    public MatrixSource(OpenDataset dataset, Run run, Display display, Delivery.Receiver<MatrixModel> receiver) {
        this.dataset = dataset;
        this.run = run;
        delivery = new Delivery<>(display, receiver);
        progress = new LoadingProgress(Progress.NONE);
        first = Job.create(NLS.bind(Messages.Job_Evaluate, run.getName(), dataset.name()), this::evaluate);
        first.setPriority(Job.SHORT);
        again = Job.createSystem(NLS.bind(Messages.Job_Refresh, dataset.name()), this::evaluate);
        again.setPriority(Job.INTERACTIVE);
        dataset.addListener(this);
        first.schedule();
    }

    public OpenDataset dataset() {
        return dataset;
    }

    public Run run() {
        return run;
    }

    LoadingProgress progress() {
        return progress;
    }

    @Override
    public void changed(DatasetEvent event) {
        if (!delivery.isClosed() && (event.evaluation() || !event.images().isEmpty())) {
            again.schedule();
        }
    }

    /** Starts over after a failure or after it was stopped. */
    public void retry() {
        first.schedule();
    }

    private IStatus evaluate(IProgressMonitor monitor) {
        LoadingProgress loading = new LoadingProgress(new MonitorProgress(monitor));
        progress = loading;
        return delivery.compute(() -> copy(dataset.evaluations().of(run, loading)));
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
                evaluation.rules(), dataset.evaluations().matching().byMasks(),
                dataset.evaluations().filter().map(Filter::text).orElse(""), evaluation.ignoredAnnotations(),
                evaluation.ignoredPredictions());
            return new MatrixModel(names, evaluation.matrix(), facts);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        delivery.close();
        dataset.removeListener(this);
        progress.stop();
        first.cancel();
        again.cancel();
    }
}
