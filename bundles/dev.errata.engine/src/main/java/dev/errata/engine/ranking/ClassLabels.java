package dev.errata.engine.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.learning.IssueFilter;
import dev.errata.engine.learning.LabelIssues;
import dev.errata.engine.learning.LabelQuality;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * Class labels of whole images and the probabilities that a model gives to the classes: what confident learning was made for.
 *
 * @param image by example, the index of the image
 * @param annotation by example, the row of the label
 * @param prediction by example, the row of the prediction
 * @param label by example, the index of the given class
 * @param probabilities by example and class, 0 to 1, out of sample
 * @param classNames by index
 */
public record ClassLabels(int[] image, int[] annotation, int[] prediction, int[] label, double[][] probabilities,
    List<String> classNames) {

    /**
     * Ranks the labels.
     *
     * @param quality the score of a label is 1 minus this quality
     * @param issues only labels that this filter flags, or null for all
     * @return the most suspicious first, ties in the order of the examples
     */
    public List<Suspect> ranked(LabelQuality quality, LabelIssues issues) {
        double[] doubt = quality.scores(label, probabilities);
        boolean[] flagged = issues == null ? null : new IssueFilter(label, probabilities, classNames.size()).issues(issues);
        for (int i = 0; i < doubt.length; i++) {
            doubt[i] = 1 - doubt[i];
        }
        List<Suspect> suspects = new ArrayList<>();
        for (int i : FallingOrder.of(doubt, doubt.length)) {
            if (flagged == null || flagged[i]) {
                suspects.add(new Suspect(image[i], annotation[i], prediction[i], SuspectKind.WRONG_CLASS, doubt[i], reason(i)));
            }
        }
        return suspects;
    }

    private String reason(int example) {
        double[] probability = probabilities[example];
        int best = 0;
        for (int candidate = 1; candidate < probability.length; candidate++) {
            best = probability[candidate] > probability[best] ? candidate : best;
        }
        return best == label[example]
            ? String.format(Locale.ROOT, "labelled %s, and so says the model at %.2f", classNames.get(best), probability[best])
            : String.format(Locale.ROOT, "labelled %s at %.2f, the model says %s at %.2f", classNames.get(label[example]),
                probability[label[example]], classNames.get(best), probability[best]);
    }
}
