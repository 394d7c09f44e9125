package dev.errata.dataset.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;

/** The members of a cell, or of every cell off the diagonal, most suspicious first. */
public final class MismatchQuery {

    /** By the model's confidence, descending; what has no prediction comes last, in the order of the label file. */
    public static final String CONFIDENCE = "confidence";

    /** The names that {@link #ranking} takes. */
    public static final List<String> RANKINGS = List.of(CONFIDENCE);

    private int groundTruth = -1;
    private int predicted = -1;
    private int limit = Integer.MAX_VALUE;

    /** Only the members of one cell; the background is the index behind the last class. */
    public MismatchQuery cell(int groundTruthClass, int predictedClass) {
        groundTruth = groundTruthClass;
        predicted = predictedClass;
        return this;
    }

    /** @throws IllegalArgumentException if there is no such ranking */
    public MismatchQuery ranking(String name) {
        if (!RANKINGS.contains(name)) {
            throw new IllegalArgumentException("There is no ranking \"" + name + "\". Use one of: "
                + String.join(", ", RANKINGS));
        }
        return this;
    }

    /** At most so many. */
    public MismatchQuery limit(int count) {
        limit = count;
        return this;
    }

    /** Asks the live evaluation of a run. */
    public List<Entry> run(OpenDataset dataset, Run run, Progress progress) {
        Evaluation evaluation = dataset.evaluation(run, progress);
        dataset.lock().readLock().lock();
        try {
            return run(evaluation, dataset.annotations(), dataset.predictions(run));
        } finally {
            dataset.lock().readLock().unlock();
        }
    }

    /** Asks an evaluation; the caller sees to it that nobody changes it meanwhile. */
    public List<Entry> run(Evaluation evaluation, AnnotationColumns annotations, PredictionColumns predictions) {
        List<MatchedPair> pairs = new ArrayList<>(groundTruth < 0
            ? evaluation.mismatches()
            : evaluation.cell(groundTruth, predicted));
        Comparator<MatchedPair> order = Comparator.comparing((MatchedPair pair) -> pair.prediction() < 0)
            .thenComparingDouble(pair -> pair.prediction() < 0 ? 0 : -predictions.confidence(pair.prediction()))
            .thenComparingInt(pair -> place(pair, annotations, predictions));
        pairs.sort(order);
        int background = evaluation.matrix().background();
        return pairs.stream().limit(limit).map(pair -> entry(pair, annotations, predictions, background)).toList();
    }

    /** Equal confidences stand in the order of the results file, annotations alone in the order of the label file. */
    private static int place(MatchedPair pair, AnnotationColumns annotations, PredictionColumns predictions) {
        return pair.prediction() < 0 ? annotations.position(pair.annotation()) : predictions.position(pair.prediction());
    }

    private static Entry entry(MatchedPair pair, AnnotationColumns annotations, PredictionColumns predictions,
        int background) {
        boolean labelled = pair.annotation() >= 0;
        boolean seen = pair.prediction() >= 0;
        double confidence = seen ? predictions.confidence(pair.prediction()) : 0;
        return new Entry(pair.image(), labelled ? annotations.id(pair.annotation()) : -1,
            seen ? predictions.position(pair.prediction()) : -1,
            labelled ? annotations.label(pair.annotation()) : background,
            seen ? predictions.label(pair.prediction()) : background, pair.iou(), confidence, confidence);
    }

    /**
     * A mismatch.
     *
     * @param image index of the image
     * @param annotation id of the annotation, or -1
     * @param prediction position in the results file, or -1
     * @param groundTruth index of the class, or that of the background
     * @param predicted index of the class, or that of the background
     * @param iou intersection over union; 0 where one is missing
     * @param confidence of the prediction; 0 where there is none
     * @param score of the ranking: higher is more suspicious
     */
    public record Entry(int image, long annotation, int prediction, int groundTruth, int predicted, double iou,
        double confidence, double score) {
    }
}
