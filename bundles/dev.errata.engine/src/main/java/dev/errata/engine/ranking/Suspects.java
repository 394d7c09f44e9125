package dev.errata.engine.ranking;

import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.ranking.suspects.RuledOut;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectList;

/** Ranks the labels of a whole dataset, those on the diagonal of the matrix included. */
public final class Suspects {

    private Suspects() {
    }

    /**
     * Finds suspects.
     *
     * @param method how
     * @param input the labels and the runs
     * @param progress told about images
     * @return the most suspicious first; ties by image, then by row. The list is fast by index and writes the reasons when
     *         asked
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static List<Suspect> rank(SuspectMethod method, SuspectInput input, Progress progress) {
        return rank(method, input, ClassRules.NONE, progress);
    }

    /**
     * Finds suspects under rules about classes: none of an ignored class or inside a region of one, and no wrong class where
     * the pair is allowed. See the method above.
     */
    public static List<Suspect> rank(SuspectMethod method, SuspectInput input, ClassRules rules, Progress progress) {
        SuspectList found = method.finder().find(input, progress);
        if (!rules.equals(ClassRules.NONE)) {
            found.revise(new RuledOut(input, rules));
        }
        return found.ranked();
    }

    /**
     * How many label errors the next suspects are expected to hold: the sum of their probabilities.
     *
     * @param suspects ranked by {@link SuspectMethod#ERRATA}: the scores of other methods are no probabilities
     * @param next how many of the first suspects
     */
    public static double expectedErrors(List<Suspect> suspects, int next) {
        double sum = 0;
        for (Suspect suspect : suspects.subList(0, Math.min(next, suspects.size()))) {
            sum += suspect.score();
        }
        return sum;
    }

    /**
     * Orders members of cells by the suspicion that a method has of them.
     *
     * @param method how
     * @param input the labels and the runs
     * @param evaluation of the same labels and the run that {@code input} has the predictions of
     * @param pairs members of one or more cells of the evaluation
     * @param progress told about images
     * @return the pairs, the most suspicious first; the score is that of the label; of a prediction without one, that of the
     *         suspect it speaks for; and 0 for pairs that the method has nothing against
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static List<RankedPair> order(SuspectMethod method, SuspectInput input, Evaluation evaluation,
        List<MatchedPair> pairs, Progress progress) {
        // neither ranked nor given reasons: a method may suspect every prediction
        SuspectList found = method.finder().find(input, progress);
        double[] ofAnnotation = new double[evaluation.annotations().rowLimit()];
        double[] ofPrediction = new double[evaluation.predictions().size()];
        found.forEach((image, annotation, prediction, kind, score) -> {
            if (annotation >= 0) {
                ofAnnotation[annotation] = Math.max(ofAnnotation[annotation], score);
            }
            if (prediction >= 0) {
                ofPrediction[prediction] = Math.max(ofPrediction[prediction], score);
            }
        });
        return Ranking.order(evaluation, pairs, pair -> pair.annotation() >= 0 ? ofAnnotation[pair.annotation()]
            : ofPrediction[pair.prediction()]);
    }
}
