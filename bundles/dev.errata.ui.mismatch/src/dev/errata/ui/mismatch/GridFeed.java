package dev.errata.ui.mismatch;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.mismatch.canvas.EarlyCrops;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.queries.TileQuery;

/**
 * Feeds a grid: waits for its dataset, finds the tiles in a job, and follows the dataset's changes. A fix changes states and
 * counts and leaves the tiles where they are; other thresholds or another run find the tiles anew, as soon as somebody sees them:
 * many grids may be open, and one slider moves them all.
 */
final class GridFeed implements DatasetListener {

    private final MismatchInput input;
    private final GridView view;
    private final Display display;
    private final Consumer<Optional<OpenDataset>> datasets = active -> followDatasets();
    /** One piece of work at a time, in the order in which it was asked for. */
    private final ISchedulingRule oneAtATime = new SingleFile();
    private final Job loadJob;
    private final JudgeJob judging = new JudgeJob(oneAtATime, this::judgeable, this::judged);
    private volatile boolean outdated;
    private volatile OpenDataset dataset;
    private volatile String order;
    private volatile LoadedGrid loaded;
    private boolean closed;

    GridFeed(MismatchInput input, GridView view, Display display, String order) {
        this.input = input;
        this.view = view;
        this.display = display;
        this.order = order;
        loadJob = Job.create(NLS.bind(Messages.GridFeed_load, input.getName()), this::load);
        loadJob.setRule(oneAtATime);
        loadJob.setPriority(Job.INTERACTIVE);
    }

    /** Opens the dataset unless it is open, and loads. */
    void start() {
        OpenDatasets all = OpenDatasets.get();
        all.addActiveListener(datasets);
        Optional<OpenDataset> open = all.find(input.folder());
        if (open.isPresent()) {
            attach(open.get());
        } else {
            all.open(input.folder()).whenComplete((opened, failure) -> {
                if (failure != null && !closed) {
                    view.gone(NLS.bind(Messages.GridFeed_notOpen, input.folder()));
                } else if (opened != null && !closed && dataset == null) {
                    attach(opened);
                }
            });
        }
    }

    /** Finds the tiles again, in this order. */
    void reload(String newOrder) {
        order = newOrder;
        if (dataset != null) {
            loadJob.cancel();
            seek();
        } else {
            followDatasets();
            if (dataset == null) {
                OpenDatasets.get().open(input.folder());
            }
        }
    }

    /** A person sees the grid. */
    void shown() {
        if (outdated && dataset != null) {
            seek();
        }
    }

    private void seek() {
        view.loading(dataset);
        loadJob.schedule();
    }

    void close() {
        closed = true;
        OpenDatasets.get().removeActiveListener(datasets);
        detach();
    }

    /** A dataset was opened, closed or activated: perhaps ours. */
    private void followDatasets() {
        if (closed) {
            return;
        }
        OpenDataset open = OpenDatasets.get().find(input.folder()).orElse(null);
        if (open != dataset) {
            detach();
            if (open != null) {
                attach(open);
            } else {
                view.gone(NLS.bind(Messages.GridFeed_closed, input.folder()));
            }
        }
    }

    private void attach(OpenDataset opened) {
        dataset = opened;
        opened.addListener(this);
        seek();
    }

    private void detach() {
        loadJob.cancel();
        judging.cancel();
        loaded = null;
        if (dataset != null) {
            dataset.removeListener(this);
            dataset = null;
        }
    }

    /** On any thread. */
    @Override
    public void changed(DatasetEvent event) {
        if (event.evaluation()) {
            show(dataset, this::reevaluated);
            return;
        }
        judging.changed(event.images(), event.review());
    }

    /** What is loaded later is judged as it is loaded. */
    private LoadedGrid judgeable() {
        return outdated ? null : loaded;
    }

    private void reevaluated() {
        if (view.isShown()) {
            loadJob.schedule();
        } else {
            outdated = true;
            view.outdated();
        }
    }

    private IStatus load(IProgressMonitor monitor) {
        OpenDataset from = dataset;
        if (from == null) {
            return Status.CANCEL_STATUS;
        }
        outdated = false;
        try {
            TileQuery asked = TileQuery.of(from, input);
            AtomicReference<CellGrid> first = new AtomicReference<>();
            CellGrid grid = asked.grid(order, new MonitorProgress(monitor), (early, count) -> {
                first.set(early);
                EarlyCrops crops = view.earlyCrops(early);
                show(from, () -> view.begun(early, crops, count));
            });
            loaded = new LoadedGrid(from, asked, grid);
            if (first.get() == null) {
                EarlyCrops crops = view.earlyCrops(grid);
                show(from, () -> view.loaded(grid, crops, grid.tiles().size()));
            } else {
                show(from, () -> view.completed(grid, first.get(), grid.tiles().size()));
            }
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            // stopped by a person; a load that was stopped for a newer one is followed by that
            show(from, () -> {
                if (loadJob.getState() == Job.NONE) {
                    stopped();
                }
            });
            return Status.CANCEL_STATUS;
        } catch (DatasetException | RuntimeException failure) {
            show(from, () -> view.gone(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
            return Status.error(NLS.bind(Messages.GridFeed_loadFailed, input.getName()), failure);
        }
    }

    private void stopped() {
        LoadedGrid last = loaded;
        if (last == null) {
            view.gone(Messages.GridFeed_cancelled);
        } else {
            view.loaded(last.grid(), EarlyCrops.none(), last.grid().tiles().size());
        }
    }

    /** The tiles were judged again, in the background. */
    private void judged(LoadedGrid of, long count, Supplier<int[]> change) {
        show(of.dataset(), () -> {
            if (of == loaded) {
                view.judged(count, change.get());
            }
        });
    }

    private void show(OpenDataset from, Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!closed && dataset == from) {
                    action.run();
                }
            });
        }
    }

    /** Conflicts with itself only. */
    private static final class SingleFile implements ISchedulingRule {

        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    }
}
