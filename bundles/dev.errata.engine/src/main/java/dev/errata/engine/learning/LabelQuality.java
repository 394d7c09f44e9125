package dev.errata.engine.learning;

import java.util.Locale;
import java.util.Optional;

/**
 * How well a class label agrees with the probabilities that a model gives to the classes, 0 for not at all to 1
 * (as in cleanlab).
 */
public enum LabelQuality {

    /** The probability of the given class. */
    SELF_CONFIDENCE {
        @Override
        double of(int given, double[] probabilities) {
            return probabilities[given];
        }
    },

    /** (p(given) - the largest p of another class + 1) / 2. */
    NORMALIZED_MARGIN {
        @Override
        double of(int given, double[] probabilities) {
            double other = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < probabilities.length; label++) {
                other = label == given ? other : Math.max(other, probabilities[label]);
            }
            return other == Double.NEGATIVE_INFINITY ? 1 : (probabilities[given] - other + 1) / 2;
        }
    },

    /** ln(e + 1) / e with e the normalised entropy of the probabilities over the probability of the given class. */
    CONFIDENCE_WEIGHTED_ENTROPY {
        @Override
        double of(int given, double[] probabilities) {
            double entropy = 0;
            for (double probability : probabilities) {
                entropy -= probability > 0 ? probability * Math.log(probability) : 0;
            }
            double normalised = probabilities.length < 2 ? 0 : entropy / Math.log(probabilities.length);
            double weighted = normalised / Math.max(LEAST, probabilities[given]);
            return Math.log(weighted + 1) / Math.max(LEAST, weighted);
        }
    };

    private static final double LEAST = 1e-6;

    /**
     * The score of one label.
     *
     * @param given the index of the class that it has
     * @param probabilities by class
     */
    abstract double of(int given, double[] probabilities);

    /**
     * The scores of all labels.
     *
     * @param labels the index of each example's class
     * @param probabilities by example and class
     */
    public double[] scores(int[] labels, double[][] probabilities) {
        double[] scores = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            scores[i] = of(labels[i], probabilities[i]);
        }
        return scores;
    }

    /** The name on the command line: {@code self_confidence} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The score with a name. */
    public static Optional<LabelQuality> named(String id) {
        for (LabelQuality quality : values()) {
            if (quality.id().equals(id)) {
                return Optional.of(quality);
            }
        }
        return Optional.empty();
    }
}
