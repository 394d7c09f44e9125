package dev.errata.engine.ranking.errata;

import java.util.function.ToDoubleFunction;

import dev.errata.engine.learning.BoostedTrees;
import dev.errata.engine.learning.JudgedRows;
import dev.errata.engine.learning.OddsScale;
import dev.errata.engine.learning.TrainingRows;

/**
 * How much more likely evidence of one sort is for an error than for what is there as it is: what trees say that have not seen
 * its image, set right by the rows of the others, and of few rows the vote of the run beside it.
 */
final class ErrorOdds {

    private final BoostedTrees[] trees;
    private final ToDoubleFunction<float[]> vote;
    private final double unlearned;
    private final OddsScale scale;

    /**
     * Sets trees right.
     *
     * @param trees by fold, each trained without the rows of its fold
     * @param rows as these trees judge them
     * @param vote the log odds that evidence has without anything learned
     * @param unlearned how much the vote counts beside what the trees have learned, 0 to 1
     */
    ErrorOdds(BoostedTrees[] trees, JudgedRows rows, ToDoubleFunction<float[]> vote, double unlearned) {
        this.trees = trees;
        this.vote = vote;
        this.unlearned = unlearned;
        double[] logOdds = new double[rows.size()];
        boolean[] positives = new boolean[rows.size()];
        double[] weights = new double[rows.size()];
        int[] count = new int[1];
        rows.forEach((learned, part, positive, weight, evidence) -> {
            logOdds[count[0]] = mixed(learned, evidence);
            positives[count[0]] = positive;
            weights[count[0]++] = weight;
        });
        scale = OddsScale.of(logOdds, positives, weights);
    }

    private double mixed(double learned, float[] evidence) {
        return learned == Double.NEGATIVE_INFINITY ? learned
            : learned + unlearned * (vote.applyAsDouble(evidence) - learned);
    }

    /** What was said of one of the rows; see the other method. */
    double quotient(double learned, float[] evidence, double rate) {
        return rate * Math.exp(scale.apply(mixed(learned, evidence)));
    }

    /**
     * The labels as they are have the errors among them: the density of errors, times their share, over the density of all is the
     * probability (Elkan and Noto, 2008).
     *
     * @param group of the image
     * @param rate the share of errors
     * @param least what is below need not be known, and may be 0
     */
    double quotient(int group, float[] evidence, double rate, double least) {
        double hopeless = scale.invert(Math.log(least / rate));
        return quotient(trees[TrainingRows.fold(group, trees.length)].logOdds(evidence, hopeless), evidence, rate);
    }
}
