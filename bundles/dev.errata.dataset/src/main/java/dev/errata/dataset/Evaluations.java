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

/** One live evaluation a run, made when first asked for. The dataset's lock is always taken before this object's monitor. */
final class Evaluations {

    private final AnnotationColumns annotations;
    private final int classCount;
    private final ReadWriteLock lock;
    private final Map<Run, Evaluation> byRun = new HashMap<>();
    private volatile Matching matching;

    Evaluations(AnnotationColumns annotations, int classCount, Matching matching, ReadWriteLock lock) {
        this.annotations = annotations;
        this.classCount = classCount;
        this.matching = matching;
        this.lock = lock;
    }

    Evaluation of(Run run, PredictionColumns predictions, Progress progress) {
        lock.readLock().lock();
        try {
            synchronized (this) {
                Evaluation evaluation = byRun.get(run);
                if (evaluation == null) {
                    evaluation = evaluation(predictions, matching, progress);
                    byRun.put(run, evaluation);
                }
                return evaluation;
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private Evaluation evaluation(PredictionColumns predictions, Matching how, Progress progress) {
        return Evaluation.of(annotations, predictions, classCount, how.thresholds(), how.profile(), how.allowed(), progress);
    }

    Matching matching() {
        return matching;
    }

    /** Matches all runs in another way: with other thresholds from the stored candidates, in another profile from the start. */
    void setMatching(Matching wanted, Progress progress) {
        lock.writeLock().lock();
        try {
            synchronized (this) {
                boolean start = wanted.profile() != matching.profile() || wanted.allowed() != matching.allowed();
                Map<Run, Evaluation> matched = new HashMap<>();
                for (Map.Entry<Run, Evaluation> each : byRun.entrySet()) {
                    if (start) {
                        matched.put(each.getKey(), evaluation(each.getValue().predictions(), wanted, progress));
                    } else {
                        each.getValue().setThresholds(wanted.thresholds(), progress);
                    }
                }
                byRun.putAll(matched);
                matching = wanted;
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
