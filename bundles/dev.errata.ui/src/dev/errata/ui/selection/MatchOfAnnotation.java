package dev.errata.ui.selection;

import java.util.concurrent.locks.Lock;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.ui.matching.ComparedRun;

/** Finds what a model said about an annotation. */
final class MatchOfAnnotation {

    private MatchOfAnnotation() {
    }

    /** The prediction of the compared run that the annotation is matched with, or null. */
    static Prediction find(OpenDataset dataset, Annotation annotation) {
        Run run = ComparedRun.of(dataset).orElse(null);
        if (annotation == null || run == null) {
            return null;
        }
        int image = annotation.getImage().getIndex();
        int position = position(dataset, run, image, annotation.getId());
        return position < 0 ? null : annotation.getImage().getPredictions().stream()
            .filter(prediction -> prediction.getRun() == run && prediction.getIndex() == position).findFirst().orElse(null);
    }

    private static int position(OpenDataset dataset, Run run, int image, long annotation) {
        Lock reading = dataset.lock().readLock();
        reading.lock();
        try {
            int row = dataset.annotations().rowOf(image, annotation);
            int match = row < 0 ? -1 : dataset.evaluations().of(run, Progress.NONE).predictionOf(row);
            return match < 0 ? -1 : dataset.predictions(run).position(match);
        } finally {
            reading.unlock();
        }
    }
}
