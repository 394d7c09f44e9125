package dev.errata.engine.ranking.methods;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * Confident learning (Northcutt et al., 2021) on boxes, with the background as one more class: a matched label is an example
 * of its class, a prediction without a label an example of the background, and a label without a prediction is one that the
 * model takes for background. What a run gives to each class is in {@link Beliefs}: of a run with one confidence a box the
 * scores are approximate.
 *
 * <p>The score is 1 minus the normalised margin of the given class, with each class's probabilities taken relative to its
 * threshold, the mean over the examples that are given that class.
 */
public final class ConfidentLearningSuspects implements SuspectFinder {

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        Evaluation evaluation = Evaluation.of(input.annotations(), input.predictions(), input.classNames().size(),
            Thresholds.DEFAULT, Profile.DEFAULT, ClassRules.NONE, progress);
        Examples examples = new Examples(input, evaluation);
        SuspectList suspects = new SuspectList(new Reason(input));
        examples.visit((image, annotation, prediction, given, predicted) -> {
            SuspectKind kind = given == predicted ? SuspectKind.WRONG_CLASS : annotation < 0 ? SuspectKind.MISSING
                : prediction < 0 ? SuspectKind.SPURIOUS : SuspectKind.WRONG_CLASS;
            suspects.add(image, annotation, prediction, kind, examples.score(given, prediction));
        });
        return suspects;
    }

    /** One example of a class. */
    private interface Visitor {
        void example(int image, int annotation, int prediction, int given, int predicted);
    }

    private static final class Examples {

        private final SuspectInput input;
        private final Evaluation evaluation;
        private final Beliefs beliefs;
        private final double[] threshold;

        Examples(SuspectInput input, Evaluation evaluation) {
            this.input = input;
            this.evaluation = evaluation;
            beliefs = new Beliefs(input);
            threshold = thresholds();
        }

        private double[] thresholds() {
            double[] sum = new double[beliefs.background() + 1];
            long[] count = new long[sum.length];
            visit((image, annotation, prediction, given, predicted) -> {
                sum[given] += believed(prediction)[given];
                count[given]++;
            });
            for (int label = 0; label < sum.length; label++) {
                // a class that is never given is never confident
                sum[label] = count[label] == 0 ? 2 : sum[label] / count[label];
            }
            return sum;
        }

        private double[] believed(int prediction) {
            return prediction < 0 ? beliefs.nothing() : beliefs.at(prediction);
        }

        void visit(Visitor visitor) {
            int background = beliefs.background();
            for (int image = 0; image < input.annotations().imageCount(); image++) {
                for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
                    int prediction = evaluation.predictionOf(row);
                    if (prediction >= 0) {
                        visitor.example(image, row, prediction, input.annotations().label(row),
                            input.predictions().label(prediction));
                    } else if (prediction == Partner.UNMATCHED) {
                        visitor.example(image, row, -1, input.annotations().label(row), background);
                    }
                }
                for (int row = input.predictions().begin(image); row < input.predictions().end(image); row++) {
                    if (evaluation.annotationOf(row) == Partner.UNMATCHED) {
                        visitor.example(image, -1, row, background, input.predictions().label(row));
                    }
                }
            }
        }

        double score(int given, int prediction) {
            double[] probability = believed(prediction);
            double best = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < probability.length; label++) {
                best = label == given ? best : Math.max(best, probability[label] - threshold[label]);
            }
            double margin = probability[given] - threshold[given] - best;
            return Math.clamp((1 - margin) / 2, 0, 1);
        }
    }
}
