package dev.errata.ui.mismatch;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
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
import dev.errata.ui.mismatch.CellGrid.Judgement;
import dev.errata.ui.mismatch.CellGrid.Judgements;

/**
 * Feeds a grid: waits for its dataset, finds the tiles in a job, and follows the dataset's changes. A fix changes states and
 * counts and leaves the tiles where they are; other thresholds or another run find the tiles anew, as soon as somebody sees them:
 * many grids may be open, and one slider moves them all.
 */
final class GridFeed implements DatasetListener {

    /** The grid, called on the UI thread. */
    interface View {

        /** The dataset is there; its tiles are being sought. Those shown until now stay until then. */
        void loading(OpenDataset dataset);

        /**
         * The first tiles of many are there; all of them follow soon.
         *
         * @param count the number in the cell
         */
        void begun(CellGrid grid, long count);

        /** @param count the number in the cell */
        void loaded(CellGrid grid, long count);

        /**
         * The states of the grid's tiles were brought up to date.
         *
         * @param count the number in the cell
         * @param reopened the tiles whose decision was taken back, in order
         */
        void judged(long count, int[] reopened);

        /** Whether a person can see the grid now. */
        boolean isShown();

        /** The tiles are not those of the cell any more. They are sought when the grid is {@link GridFeed#shown shown}. */
        void outdated();

        /** There is nothing to show: the dataset was closed, or cannot be read. */
        void gone(String reason);
    }

    /** About so many tiles are visible at first. */
    private static final int FIRST_SCREEN = 20;

    private final MismatchInput input;
    private final View view;
    private final Display display;
    private final Consumer<Optional<OpenDataset>> datasets = active -> followDatasets();
    /** One piece of work at a time, in the order in which it was asked for. */
    private final ISchedulingRule oneAtATime = new SingleFile();
    private final Job loadJob;
    private final Job judgeJob = Job.createSystem(Messages.GridFeed_judge, this::judge);
    private final Set<Integer> changedImages = new HashSet<>();
    private boolean judgeAll;
    private volatile boolean outdated;
    private volatile OpenDataset dataset;
    private volatile TileQuery query;
    private volatile String order;
    private volatile CellGrid grid;
    private boolean closed;

    GridFeed(MismatchInput input, View view, Display display, String order) {
        this.input = input;
        this.view = view;
        this.display = display;
        this.order = order;
        loadJob = Job.create(NLS.bind(Messages.GridFeed_load, input.getName()), this::load);
        loadJob.setRule(oneAtATime);
        loadJob.setPriority(Job.INTERACTIVE);
        judgeJob.setRule(oneAtATime);
        judgeJob.setPriority(Job.INTERACTIVE);
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
        judgeJob.cancel();
        grid = null;
        query = null;
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
        synchronized (changedImages) {
            changedImages.addAll(event.images());
            judgeAll |= event.review();
        }
        judgeJob.schedule();
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
            CellGrid loaded = asked.grid(order, new MonitorProgress(monitor), (early, count) -> {
                early.warmUp(FIRST_SCREEN);
                show(from, () -> view.begun(early, count));
            });
            loaded.warmUp(FIRST_SCREEN);
            long count = loaded.tiles().size();
            query = asked;
            grid = loaded;
            show(from, () -> view.loaded(loaded, count));
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
        if (grid == null) {
            view.gone(Messages.GridFeed_cancelled);
        } else {
            view.loaded(grid, grid.tiles().size());
        }
    }

    private IStatus judge(IProgressMonitor monitor) {
        OpenDataset from = dataset;
        CellGrid judged = grid;
        TileQuery asked = query;
        Set<Integer> images;
        boolean all;
        synchronized (changedImages) {
            images = Set.copyOf(changedImages);
            all = judgeAll;
            changedImages.clear();
            judgeAll = false;
        }
        if (from == null || judged == null || asked == null || outdated) {
            // what is loaded later is judged as it is loaded
            return Status.OK_STATUS;
        }
        Lock lock = from.lock().readLock();
        lock.lock();
        try {
            long count = asked.count(judged);
            TileJudge judge = asked.judge(judged);
            if (all) {
                Judgements judgements = judge.all();
                show(from, () -> apply(judged, () -> judged.judged(judgements), count));
            } else {
                Map<Integer, Judgement> judgements = judge.ofImages(images);
                show(from, () -> apply(judged, () -> judged.judged(judgements), count));
            }
            return Status.OK_STATUS;
        } finally {
            lock.unlock();
        }
    }

    private void apply(CellGrid judged, Supplier<int[]> change, long count) {
        if (judged == grid) {
            view.judged(count, change.get());
        }
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
