package dev.errata.engine.ranking;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ClassRules;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Profile;
import dev.errata.engine.evaluation.Thresholds;

/**
 * Confident learning (Northcutt et al., 2021) on boxes, with the background as one more class: a matched label is an example
 * of its class, a prediction without a label an example of the background, and a label without a prediction is one that the
 * model takes for background. A run has one confidence a box; the rest is spread over the other classes, so that the
 * scores are approximate.
 *
 * <p>The score is 1 minus the normalised margin of the given class, with each class's probabilities taken relative to its
 * threshold, the mean over the examples that are given that class.
 */
final class ConfidentLearningSuspects implements SuspectMethod.Finder {

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        Evaluation evaluation = Evaluation.of(input.annotations(), input.predictions(), input.classNames().size(),
            Thresholds.DEFAULT, Profile.DEFAULT, ClassRules.NONE, progress);
        Examples examples = new Examples(input, evaluation);
        SuspectList suspects = new SuspectList(new Reason(input));
        examples.visit((image, annotation, prediction, given, predicted, confidence) -> {
            double score = examples.score(given, predicted, confidence);
            if (given != predicted) {
                SuspectKind kind = annotation < 0 ? SuspectKind.MISSING
                    : prediction < 0 ? SuspectKind.SPURIOUS : SuspectKind.WRONG_CLASS;
                suspects.add(image, annotation, prediction, kind, score);
            } else {
                suspects.add(image, annotation, prediction, SuspectKind.WRONG_CLASS, score);
            }
        });
        return suspects;
    }

    /** One example of a class. */
    private interface Visitor {
        void example(int image, int annotation, int prediction, int given, int predicted, double confidence);
    }

    private static final class Examples {

        private final SuspectInput input;
        private final Evaluation evaluation;
        private final int background;
        private final double[] threshold;

        Examples(SuspectInput input, Evaluation evaluation) {
            this.input = input;
            this.evaluation = evaluation;
            background = input.classNames().size();
            threshold = thresholds();
        }

        private double[] thresholds() {
            double[] sum = new double[background + 1];
            long[] count = new long[background + 1];
            visit((image, annotation, prediction, given, predicted, confidence) -> {
                sum[given] += given == predicted ? confidence : rest(confidence);
                count[given]++;
            });
            for (int label = 0; label <= background; label++) {
                // a class that is never given is never confident
                sum[label] = count[label] == 0 ? 2 : sum[label] / count[label];
            }
            return sum;
        }

        /** The probability of each class that was not predicted. */
        private double rest(double confidence) {
            return background == 0 ? 0 : (1 - confidence) / background;
        }

        void visit(Visitor visitor) {
            for (int image = 0; image < input.annotations().imageCount(); image++) {
                for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
                    int prediction = evaluation.predictionOf(row);
                    if (prediction >= 0) {
                        visitor.example(image, row, prediction, input.annotations().label(row),
                            input.predictions().label(prediction), input.predictions().confidence(prediction));
                    } else if (prediction == Evaluation.UNMATCHED) {
                        visitor.example(image, row, -1, input.annotations().label(row), background, 1);
                    }
                }
                for (int row = input.predictions().begin(image); row < input.predictions().end(image); row++) {
                    if (evaluation.annotationOf(row) == Evaluation.UNMATCHED) {
                        visitor.example(image, -1, row, background, input.predictions().label(row),
                            input.predictions().confidence(row));
                    }
                }
            }
        }

        double score(int given, int predicted, double confidence) {
            double own = (given == predicted ? confidence : rest(confidence)) - threshold[given];
            double best = predicted == given ? Double.NEGATIVE_INFINITY : confidence - threshold[predicted];
            double others = rest(confidence) - leastThreshold(given, predicted);
            double margin = own - Math.max(best, others);
            return Math.clamp((1 - margin) / 2, 0, 1);
        }

        private double leastThreshold(int given, int predicted) {
            double least = Double.POSITIVE_INFINITY;
            for (int label = 0; label <= background; label++) {
                if (label != given && label != predicted) {
                    least = Math.min(least, threshold[label]);
                }
            }
            return least;
        }
    }
}
