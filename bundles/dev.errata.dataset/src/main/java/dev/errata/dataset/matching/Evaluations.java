package dev.errata.dataset.matching;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Selection;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.engine.overlaps.Overlaps;

/**
 * How the labels of a dataset and the predictions of its runs are matched, and what of them counts, for this program only: one
 * live evaluation a run, made when first asked for. The dataset's lock is always taken before this object's monitor.
 */
public final class Evaluations {

    private final AnnotationColumns annotations;
    private final int classCount;
    private final LiveMasks masks;
    private final Function<Run, PredictionColumns> predictions;
    private final ReadWriteLock lock;
    private final Runnable changed;
    private final Map<Run, Evaluation> byRun = new HashMap<>();
    private volatile Matching matching;
    private Function<PredictionColumns, Selection> selection = run -> Selection.ALL;
    private volatile Filter filter;

    /**
     * @param predictions reads those of a run
     * @param changed called when all is matched or counted in another way
     */
    public Evaluations(AnnotationColumns annotations, int classCount, Matching matching, LiveMasks masks,
        Function<Run, PredictionColumns> predictions, ReadWriteLock lock, Runnable changed) {
        this.annotations = annotations;
        this.classCount = classCount;
        this.matching = matching;
        this.masks = masks;
        this.predictions = predictions;
        this.lock = lock;
        this.changed = changed;
    }

    /**
     * The live evaluation of a run, made when first asked for.
     *
     * @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read, or masks are wanted and one
     *     of the files has none
     */
    public Evaluation of(Run run, Progress progress) {
        PredictionColumns columns = predictions.apply(run);
        lock.readLock().lock();
        try {
            synchronized (this) {
                Evaluation evaluation = byRun.get(run);
                if (evaluation == null) {
                    evaluation = evaluation(run, columns, matching, progress);
                    byRun.put(run, evaluation);
                }
                return evaluation;
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private Evaluation evaluation(Run run, PredictionColumns columns, Matching how, Progress progress) {
        Evaluation made = Evaluation.of(annotations, columns, classCount, how.thresholds(), how.profile(), how.rules(),
            overlaps(run, columns, how, progress), progress);
        Selection selected = selection.apply(columns);
        if (selected != Selection.ALL) {
            made.select(selected, progress);
        }
        return made;
    }

    /**
     * How much labels and predictions of a run overlap, as they are matched: by boxes, or by masks. The caller holds the
     * dataset's read lock; what is given follows changes.
     *
     * @throws UncheckedIOException with a {@link DatasetException} if masks are wanted and one of the files has none
     */
    public Overlaps overlaps(Run run, Progress progress) {
        return overlaps(run, predictions.apply(run), matching, progress);
    }

    /** The masks of labels and of a run, where those are what is compared. The caller holds the dataset's read lock. */
    public Optional<MaskOverlaps> masks(Run run) {
        return matching.byMasks() ? masks.known(run) : Optional.empty();
    }

    /** The outlines that a run's file has for a record, where masks are what is compared; else none. */
    List<double[]> drawn(Run run, int position) {
        return matching.byMasks() ? masks.drawn(run, position) : List.of();
    }

    /**
     * The same for labels as they were imported.
     *
     * @param imported the labels without anybody's changes
     */
    public Overlaps importedOverlaps(Run run, AnnotationColumns imported, Progress progress) {
        PredictionColumns columns = predictions.apply(run);
        try {
            return matching.byMasks() ? masks.imported(run, imported, columns, progress)
                : Overlaps.ofBoxes(imported, columns);
        } catch (DatasetException none) {
            throw new UncheckedIOException(none);
        }
    }

    private Overlaps overlaps(Run run, PredictionColumns columns, Matching how, Progress progress) {
        try {
            return how.byMasks() ? masks.of(run, columns, progress) : Overlaps.ofBoxes(annotations, columns);
        } catch (DatasetException none) {
            throw new UncheckedIOException(none);
        }
    }

    /**
     * Counts in all runs only what passes a filter, and tells the listeners.
     *
     * @param wanted null for no filter
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; all runs are then as before
     */
    public void setFilter(Filter wanted, Progress progress) {
        select(run -> wanted == null ? Selection.ALL : wanted.selection(new Compared(annotations, run)), progress);
        filter = wanted;
        changed.run();
    }

    /** What is counted just now; empty where everything is. */
    public Optional<Filter> filter() {
        return Optional.ofNullable(filter);
    }

    private void select(Function<PredictionColumns, Selection> wanted, Progress progress) {
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

    /** How labels and predictions are matched just now. */
    public Matching matching() {
        return matching;
    }

    /** The thresholds just now. */
    public Thresholds thresholds() {
        return matching.thresholds();
    }

    /** Matches all runs with other thresholds, and tells the listeners. */
    public void setThresholds(Thresholds thresholds, Progress progress) {
        setMatching(matching.with(thresholds), progress);
    }

    /**
     * Matches all runs in another way, with other thresholds from the stored candidates, in another profile from the start, and
     * tells the listeners.
     *
     * @throws UncheckedIOException with a {@link DatasetException} if masks are wanted and there are none; all runs are then
     *     as before
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; all runs are then as before
     */
    public void setMatching(Matching wanted, Progress progress) {
        lock.writeLock().lock();
        try {
            synchronized (this) {
                if (wanted.with(matching.thresholds()).equals(matching)) {
                    moveThresholds(wanted.thresholds(), progress);
                } else {
                    startOver(wanted, progress);
                }
                matching = wanted;
            }
        } finally {
            lock.writeLock().unlock();
        }
        changed.run();
    }

    private void startOver(Matching wanted, Progress progress) {
        Map<Run, Evaluation> matched = new HashMap<>();
        byRun.forEach((run, before) -> matched.put(run, evaluation(run, before.predictions(), wanted, progress)));
        byRun.putAll(matched);
    }

    private void moveThresholds(Thresholds wanted, Progress progress) {
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
    public synchronized void rematch(Collection<Integer> images) {
        for (Evaluation evaluation : byRun.values()) {
            images.forEach(evaluation::rematch);
        }
    }
}
