package dev.errata.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;

import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;

/** One live evaluation a run, made when first asked for. The dataset's lock is always taken before this object's monitor. */
final class Evaluations {

    private final AnnotationColumns annotations;
    private final int classCount;
    private final ReadWriteLock lock;
    private final Map<Run, Evaluation> byRun = new HashMap<>();
    private volatile Thresholds thresholds;

    Evaluations(AnnotationColumns annotations, int classCount, Thresholds thresholds, ReadWriteLock lock) {
        this.annotations = annotations;
        this.classCount = classCount;
        this.thresholds = thresholds;
        this.lock = lock;
    }

    Evaluation of(Run run, PredictionColumns predictions, Progress progress) {
        lock.readLock().lock();
        try {
            synchronized (this) {
                Evaluation evaluation = byRun.get(run);
                if (evaluation == null) {
                    evaluation = Evaluation.of(annotations, predictions, classCount, thresholds, progress);
                    byRun.put(run, evaluation);
                }
                return evaluation;
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    Thresholds thresholds() {
        return thresholds;
    }

    void setThresholds(Thresholds wanted, Progress progress) {
        lock.writeLock().lock();
        try {
            synchronized (this) {
                for (Evaluation evaluation : byRun.values()) {
                    evaluation.setThresholds(wanted, progress);
                }
                thresholds = wanted;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The caller holds the write lock. */
    synchronized void rematch(Collection<Integer> images) {
        for (Evaluation evaluation : byRun.values()) {
            images.forEach(evaluation::rematch);
        }
    }
}
