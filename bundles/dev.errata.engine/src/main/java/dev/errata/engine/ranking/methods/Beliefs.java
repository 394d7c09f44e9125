package dev.errata.engine.ranking.methods;

import java.util.Arrays;

import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.suspects.SuspectInput;

/**
 * What a run believes of a box: a probability for each class and for the background, whose index is the number of classes. Where
 * the run has a probability of every class, the background has what they leave of 1; more than 1 is scaled down. Where it has
 * one confidence only, that is the probability of the predicted class, and the rest is spread evenly over the other classes and
 * the background. One instance serves one thread.
 */
final class Beliefs {

    private final PredictionColumns run;
    private final ClassProbabilities all;
    private final int classes;
    private final double[] row;

    Beliefs(SuspectInput input) {
        run = input.predictions();
        classes = input.classNames().size();
        all = input.probabilities() == null || input.probabilities().classes() != classes ? null : input.probabilities();
        row = new double[classes + 1];
    }

    /** The index of the background. */
    int background() {
        return classes;
    }

    /** The probabilities of all classes and the background at a prediction; the array is used again by the next call. */
    double[] at(int prediction) {
        int position = run.position(prediction);
        if (all == null || position >= all.records() || !know(position)) {
            double confidence = run.confidence(prediction);
            Arrays.fill(row, classes == 0 ? 0 : (1 - confidence) / classes);
            row[run.label(prediction)] = confidence;
        }
        return row;
    }

    /** The background itself, where a run sees nothing. */
    double[] nothing() {
        Arrays.fill(row, 0);
        row[classes] = 1;
        return row;
    }

    private boolean know(int position) {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            double probability = all.of(position, label);
            row[label] = probability > 0 && probability <= 1 ? probability : 0;
            sum += row[label];
        }
        row[classes] = Math.max(0, 1 - sum);
        for (int label = 0; sum > 1 && label < classes; label++) {
            row[label] /= sum;
        }
        return sum > 0;
    }
}
