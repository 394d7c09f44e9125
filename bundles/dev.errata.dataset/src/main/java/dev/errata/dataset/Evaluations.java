package dev.errata.dataset;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;

import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Overlaps;
import dev.errata.engine.evaluation.Selection;
import dev.errata.engine.evaluation.Thresholds;

/** One live evaluation a run, made when first asked for. The dataset's lock is always taken before this object's monitor. */
final class Evaluations {

    private final AnnotationColumns annotations;
    private final int classCount;
    private final ReadWriteLock lock;
    private final LiveMasks masks;
    private final Map<Run, Evaluation> byRun = new HashMap<>();
    private volatile Matching matching;
    private Function<PredictionColumns, Selection> selection = run -> Selection.ALL;

    Evaluations(AnnotationColumns annotations, int classCount, Matching matching, LiveMasks masks, ReadWriteLock lock) {
        this.annotations = annotations;
        this.classCount = classCount;
        this.matching = matching;
        this.masks = masks;
        this.lock = lock;
    }

    Evaluation of(Run run, PredictionColumns predictions, Progress progress) {
        lock.readLock().lock();
        try {
            synchronized (this) {
                Evaluation evaluation = byRun.get(run);
                if (evaluation == null) {
                    evaluation = evaluation(run, predictions, matching, progress);
                    byRun.put(run, evaluation);
                }
                return evaluation;
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private Evaluation evaluation(Run run, PredictionColumns predictions, Matching how, Progress progress) {
        Evaluation made = Evaluation.of(annotations, predictions, classCount, how.thresholds(), how.profile(), how.rules(),
            overlaps(run, predictions, how, progress), progress);
        Selection selected = selection.apply(predictions);
        if (selected != Selection.ALL) {
            made.select(selected, progress);
        }
        return made;
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if masks are wanted and there are none */
    Overlaps overlaps(Run run, PredictionColumns predictions, Matching how, Progress progress) {
        try {
            return how.byMasks() ? masks.of(run, predictions, progress) : Overlaps.ofBoxes(annotations, predictions);
        } catch (DatasetException none) {
            throw new UncheckedIOException(none);
        }
    }

    /**
     * Counts in all runs only what a selection includes.
     *
     * @param wanted gives the selection of a run
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; all runs are then as before
     */
    void select(Function<PredictionColumns, Selection> wanted, Progress progress) {
        lock.writeLock().lock();
        try {
            synchronized (this) {
                boolean whole = false;
                try {
                    for (Evaluation evaluation : byRun.values()) {
                        evaluation.select(wanted.apply(evaluation.predictions()), progress);
                    }
                    selection = wanted;
                    whole = true;
                } finally {
                    if (!whole) {
                        byRun.values().forEach(evaluation -> evaluation.select(selection.apply(evaluation.predictions()),
                            Progress.NONE));
                    }
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    Matching matching() {
        return matching;
    }

    /**
     * Matches all runs in another way: with other thresholds from the stored candidates, in another profile from the start.
     *
     * @throws UncheckedIOException with a {@link DatasetException} if masks are wanted and there are none; all runs are then
     *     as before
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; all runs are then as before
     */
    void setMatching(Matching wanted, Progress progress) {
        lock.writeLock().lock();
        try {
            synchronized (this) {
                if (wanted.with(matching.thresholds()).equals(matching)) {
                    setThresholds(wanted.thresholds(), progress);
                } else {
                    startOver(wanted, progress);
                }
                matching = wanted;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void startOver(Matching wanted, Progress progress) {
        Map<Run, Evaluation> matched = new HashMap<>();
        byRun.forEach((run, before) -> matched.put(run, evaluation(run, before.predictions(), wanted, progress)));
        byRun.putAll(matched);
    }

    private void setThresholds(Thresholds wanted, Progress progress) {
        Thresholds before = matching.thresholds();
        List<Evaluation> matched = new ArrayList<>();
        boolean whole = false;
        try {
            for (Evaluation evaluation : byRun.values()) {
                evaluation.setThresholds(wanted, progress);
                matched.add(evaluation);
            }
            whole = true;
        } finally {
            if (!whole) {
                matched.forEach(evaluation -> evaluation.setThresholds(before, Progress.NONE));
            }
        }
    }

    /** The caller holds the write lock. */
    synchronized void rematch(Collection<Integer> images) {
        for (Evaluation evaluation : byRun.values()) {
            images.forEach(evaluation::rematch);
        }
    }
}
