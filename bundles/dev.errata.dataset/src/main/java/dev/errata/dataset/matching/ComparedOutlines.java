package dev.errata.dataset.matching;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.engine.masks.Mask;
import dev.errata.engine.masks.MaskOutlines;
import dev.errata.engine.overlaps.MaskOverlaps;

/**
 * The outlines of what is compared, where labels and predictions are compared by masks: closed, x and y in turn, pixels. None
 * where they are compared by boxes. Waits for the dataset's read lock.
 */
public final class ComparedOutlines {

    private ComparedOutlines() {
    }

    /** @return none as well where there is no such label any more */
    public static List<double[]> ofLabel(OpenDataset dataset, Run run, int image, long id) {
        return outlines(dataset, run, masks -> {
            int row = dataset.annotations().rowOf(image, id);
            return row < 0 ? null : masks.annotation(row);
        }, MaskOutlines::of);
    }

    public static List<double[]> ofPrediction(OpenDataset dataset, Prediction prediction) {
        return ofPrediction(dataset, prediction.getRun(), prediction.getImage().getIndex(), prediction.getIndex());
    }

    /**
     * The outlines of a prediction's mask, those of the run's file where it has any.
     *
     * @param position in the run's file
     */
    public static List<double[]> ofPrediction(OpenDataset dataset, Run run, int image, int position) {
        return ofPrediction(dataset, run, image, position, MaskOutlines::of);
    }

    /** The same as the outlines of a label, which cover nearly the same pixels as the mask. */
    public static List<double[]> ofAccepted(OpenDataset dataset, Prediction prediction) {
        return ofPrediction(dataset, prediction.getRun(), prediction.getImage().getIndex(), prediction.getIndex(),
            MaskOutlines::closely);
    }

    /** How many holes the mask of a prediction has, which {@link #ofAccepted} leaves out. */
    public static int holes(OpenDataset dataset, Prediction prediction) {
        Run run = prediction.getRun();
        boolean drawn = !dataset.evaluations().drawn(run, prediction.getIndex()).isEmpty();
        return drawn ? 0 : ofPrediction(dataset, run, prediction.getImage().getIndex(), prediction.getIndex(),
            MaskOutlines::holes).size();
    }

    private static List<double[]> ofPrediction(OpenDataset dataset, Run run, int image, int position,
        Function<Mask, List<double[]>> trace) {
        List<double[]> drawn = dataset.evaluations().drawn(run, position);
        return !drawn.isEmpty() ? drawn : outlines(dataset, run, masks -> {
            int row = dataset.predictions(run).rowAt(image, position);
            return row < 0 ? null : masks.prediction(row);
        }, trace);
    }

    private static List<double[]> outlines(OpenDataset dataset, Run run, Function<MaskOverlaps, Mask> which,
        Function<Mask, List<double[]>> trace) {
        Mask mask;
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            mask = dataset.evaluations().masks(run).map(which).orElse(null);
        } finally {
            lock.unlock();
        }
        return mask == null ? List.of() : trace.apply(mask);
    }
}
