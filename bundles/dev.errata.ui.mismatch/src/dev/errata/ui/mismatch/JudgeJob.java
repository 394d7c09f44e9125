package dev.errata.ui.mismatch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;

import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.CellGrid.Judgement;
import dev.errata.ui.mismatch.content.CellGrid.Judgements;
import dev.errata.ui.mismatch.content.TileJudge;

/** Judges the tiles of a grid again when labels change, in the background; changes that come meanwhile are judged together. */
final class JudgeJob {

    private final Supplier<LoadedGrid> grids;
    private final Listener listener;
    private final Job job = Job.createSystem(Messages.JudgeJob_judge, this::judge);
    private final Set<Integer> changedImages = new HashSet<>();
    private boolean judgeAll;

    /** Hears of judgements, in the background. */
    interface Listener {

        /**
         * Tiles were judged.
         *
         * @param count the number in the cell
         * @param change puts the judgements into the grid, on the UI thread, and returns the tiles whose decision was taken back
         */
        void judged(LoadedGrid of, long count, Supplier<int[]> change);
    }

    /**
     * @param rule while no other work with this rule is done
     * @param grids the grid to judge; null where there is none
     */
    JudgeJob(ISchedulingRule rule, Supplier<LoadedGrid> grids, Listener listener) {
        this.grids = grids;
        this.listener = listener;
        job.setRule(rule);
        job.setPriority(Job.INTERACTIVE);
    }

    /**
     * Labels were changed. On any thread.
     *
     * @param review whether verdicts or tasks were, too
     */
    void changed(Set<Integer> images, boolean review) {
        synchronized (changedImages) {
            changedImages.addAll(images);
            judgeAll |= review;
        }
        job.schedule();
    }

    void cancel() {
        job.cancel();
    }

    private IStatus judge(IProgressMonitor monitor) {
        Set<Integer> images;
        boolean all;
        synchronized (changedImages) {
            images = Set.copyOf(changedImages);
            all = judgeAll;
            changedImages.clear();
            judgeAll = false;
        }
        LoadedGrid of = grids.get();
        if (of == null) {
            return Status.OK_STATUS;
        }
        CellGrid grid = of.grid();
        Lock lock = of.dataset().lock().readLock();
        lock.lock();
        try {
            long count = of.query().count(grid);
            TileJudge judge = of.query().judge(grid);
            if (all) {
                Judgements judgements = judge.all();
                listener.judged(of, count, () -> grid.judged(judgements));
            } else {
                Map<Integer, Judgement> judgements = judge.ofImages(images);
                listener.judged(of, count, () -> grid.judged(judgements));
            }
            return Status.OK_STATUS;
        } finally {
            lock.unlock();
        }
    }
}
