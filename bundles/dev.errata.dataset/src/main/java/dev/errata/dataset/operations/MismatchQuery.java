package dev.errata.dataset.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.ranking.RankedPair;
import dev.errata.engine.ranking.Ranking;

/** The members of a cell, or of every cell off the diagonal, in an order of the engine. */
public final class MismatchQuery {

    private int groundTruth = -1;
    private int predicted = -1;
    private Ranking ranking = Ranking.CONFIDENCE;
    private int limit = Integer.MAX_VALUE;

    /** Only the members of one cell; the background is the index behind the last class. */
    public MismatchQuery cell(int groundTruthClass, int predictedClass) {
        groundTruth = groundTruthClass;
        predicted = predictedClass;
        return this;
    }

    /** @throws IllegalArgumentException if there is no such ranking */
    public MismatchQuery ranking(String name) {
        ranking = Ranking.of(name).orElseThrow(() -> new IllegalArgumentException("There is no ranking \"" + name
            + "\". Use one of: " + Arrays.stream(Ranking.values()).map(Ranking::id).collect(Collectors.joining(", "))));
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
            return run(evaluation);
        } finally {
            dataset.lock().readLock().unlock();
        }
    }

    /** Asks an evaluation; the caller sees to it that nobody changes it meanwhile. */
    public List<Entry> run(Evaluation evaluation) {
        List<Entry> entries = new ArrayList<>();
        for (RankedPair pair : ranked(evaluation)) {
            entries.add(entry(pair, evaluation));
        }
        return entries;
    }

    /** The same as rows of the evaluation's columns, in a list that holds no object for each. */
    public List<RankedPair> ranked(Evaluation evaluation) {
        List<MatchedPair> pairs = groundTruth < 0 ? evaluation.mismatches() : evaluation.cell(groundTruth, predicted);
        List<RankedPair> ranked = ranking.order(evaluation, pairs);
        return ranked.subList(0, Math.min(limit, ranked.size()));
    }

    private static Entry entry(RankedPair ranked, Evaluation evaluation) {
        MatchedPair pair = ranked.pair();
        boolean labelled = pair.annotation() >= 0;
        boolean seen = pair.prediction() >= 0;
        int background = evaluation.matrix().background();
        return new Entry(pair.image(), labelled ? evaluation.annotations().id(pair.annotation()) : -1,
            seen ? evaluation.predictions().position(pair.prediction()) : -1,
            labelled ? evaluation.annotations().label(pair.annotation()) : background,
            seen ? evaluation.predictions().label(pair.prediction()) : background, pair.iou(),
            seen ? evaluation.predictions().confidence(pair.prediction()) : 0,
            Double.isNaN(ranked.score()) ? 0 : ranked.score());
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
     * @param score of the ranking: higher comes first; 0 where the ranking has none
     */
    public record Entry(int image, long annotation, int prediction, int groundTruth, int predicted, double iou,
        double confidence, double score) {
    }
}
