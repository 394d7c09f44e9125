package dev.errata.dataset.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.ranking.RankedPair;
import dev.errata.engine.ranking.Ranking;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.SuspectInput;

/**
 * The members of a cell, or of every cell off the diagonal, in an order of the engine: a plain one, or by the suspicion that a
 * method has of them.
 */
public final class MismatchQuery {

    private int groundTruth = -1;
    private int predicted = -1;
    private String order = Ranking.CONFIDENCE.id();

    /** The names of all orders, plain ones first. */
    public static List<String> orders() {
        return Stream.concat(Arrays.stream(Ranking.values()).map(Ranking::id),
            Arrays.stream(SuspectMethod.values()).map(SuspectMethod::id)).distinct().toList();
    }

    /** Only the members of one cell; the background is the index behind the last class. */
    public MismatchQuery cell(int groundTruthClass, int predictedClass) {
        groundTruth = groundTruthClass;
        predicted = predictedClass;
        return this;
    }

    /** @throws IllegalArgumentException if there is no such order */
    public MismatchQuery order(String name) {
        if (!orders().contains(name)) {
            throw new IllegalArgumentException("There is no order \"" + name + "\". Use one of: " + String.join(", ", orders()));
        }
        order = name;
        return this;
    }

    /**
     * Asks an evaluation; the caller sees to it that nobody changes it meanwhile.
     *
     * @param input asked only by an order that looks at the whole dataset
     * @return rows of the evaluation's columns, in a list that holds no object for each
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public List<RankedPair> ranked(Evaluation evaluation, Supplier<SuspectInput> input, Progress progress) {
        List<MatchedPair> pairs = groundTruth < 0 ? evaluation.mismatches() : evaluation.cell(groundTruth, predicted);
        Optional<Ranking> plain = Ranking.of(order);
        return plain.isPresent() ? plain.get().order(evaluation, pairs)
            : Suspects.order(SuspectMethod.of(order).orElseThrow(), input.get(), evaluation, pairs, progress);
    }
}
