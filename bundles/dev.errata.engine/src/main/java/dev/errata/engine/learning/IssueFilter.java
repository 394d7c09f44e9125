package dev.errata.engine.learning;

import java.util.Arrays;

import dev.errata.engine.FallingOrder;

/** Flags labels by {@link LabelIssues}, as cleanlab does with its usual settings. */
public final class IssueFilter {

    private static final double SLACK = 1e-6;

    private final int[] labels;
    private final double[][] probabilities;
    private final int classes;
    private final ConfidentJoint joint;

    /**
     * A filter for some examples.
     *
     * @param labels the index of each example's given class
     * @param probabilities by example and class, out of sample
     * @param classes the number of classes
     */
    public IssueFilter(int[] labels, double[][] probabilities, int classes) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.classes = classes;
        joint = ConfidentJoint.of(labels, probabilities, classes);
    }

    /** By example: whether its label is flagged. */
    public boolean[] issues(LabelIssues method) {
        boolean[] flagged = switch (method) {
            case PRUNE_BY_NOISE_RATE -> byNoiseRate();
            case PRUNE_BY_CLASS -> byClass();
            case BOTH -> both();
            case CONFIDENT_LEARNING -> offDiagonal();
            case LOW_SELF_CONFIDENCE -> lowest(LabelQuality.SELF_CONFIDENCE);
            case LOW_NORMALIZED_MARGIN -> lowest(LabelQuality.NORMALIZED_MARGIN);
        };
        if (method != LabelIssues.LOW_SELF_CONFIDENCE && method != LabelIssues.LOW_NORMALIZED_MARGIN) {
            release(flagged);
        }
        return flagged;
    }

    private boolean[] both() {
        boolean[] flagged = byNoiseRate();
        boolean[] other = byClass();
        for (int i = 0; i < flagged.length; i++) {
            flagged[i] &= other[i];
        }
        return flagged;
    }

    private boolean[] byNoiseRate() {
        boolean[] flagged = new boolean[labels.length];
        for (int given = 0; given < classes; given++) {
            int[] examples = givenClass(given);
            if (examples.length < 2) {
                continue;
            }
            int[] wanted = wanted(given);
            for (int other = 0; other < classes; other++) {
                if (other != given && wanted[other] > 0) {
                    double[] margin = new double[examples.length];
                    for (int i = 0; i < margin.length; i++) {
                        margin[i] = probabilities[examples[i]][other] - probabilities[examples[i]][given];
                    }
                    flag(flagged, examples, margin, wanted[other]);
                }
            }
        }
        return flagged;
    }

    private boolean[] byClass() {
        boolean[] flagged = new boolean[labels.length];
        for (int given = 0; given < classes; given++) {
            int[] examples = givenClass(given);
            if (examples.length < 2) {
                continue;
            }
            double[] doubt = new double[examples.length];
            for (int i = 0; i < doubt.length; i++) {
                doubt[i] = -probabilities[examples[i]][given];
            }
            flag(flagged, examples, doubt, examples.length - wanted(given)[given]);
        }
        return flagged;
    }

    private static void flag(boolean[] flagged, int[] examples, double[] doubt, int count) {
        int[] order = FallingOrder.of(doubt, doubt.length);
        for (int i = 0; i < Math.min(count, order.length); i++) {
            flagged[examples[order[i]]] = true;
        }
    }

    private int[] givenClass(int given) {
        int[] examples = new int[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == given) {
                examples[count++] = i;
            }
        }
        return Arrays.copyOf(examples, count);
    }

    /**
     * How many labels of a given class truly are of each class, one of its own at least: what is lacking is taken from the
     * others evenly.
     */
    private int[] wanted(int given) {
        int own = joint.calibrated(given, given);
        int kept = Math.max(1, own);
        int others = 0;
        for (int other = 0; other < classes; other++) {
            others += joint.calibrated(given, other) != 0 ? 1 : 0;
        }
        double less = (kept - own) / Math.max(1.0, others - 1.0);
        int[] wanted = new int[classes];
        for (int other = 0; other < classes; other++) {
            wanted[other] = other == given ? kept : (int) Math.max(0, joint.calibrated(given, other) - less);
        }
        return wanted;
    }

    private boolean[] offDiagonal() {
        boolean[] flagged = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            flagged[i] = joint.guess(i) >= 0 && joint.guess(i) != labels[i];
        }
        return flagged;
    }

    private boolean[] lowest(LabelQuality quality) {
        boolean[] counted = offDiagonal();
        release(counted);
        int count = 0;
        for (boolean issue : counted) {
            count += issue ? 1 : 0;
        }
        double[] doubt = quality.scores(labels, probabilities);
        int[] examples = new int[labels.length];
        for (int i = 0; i < doubt.length; i++) {
            doubt[i] = -doubt[i];
            examples[i] = i;
        }
        boolean[] flagged = new boolean[labels.length];
        flag(flagged, examples, doubt, count);
        return flagged;
    }

    /** A label is no issue if its class is the most probable one, or as good as that. */
    private void release(boolean[] flagged) {
        for (int i = 0; i < flagged.length; i++) {
            double given = probabilities[i][labels[i]] + SLACK;
            boolean most = true;
            for (int other = 0; other < classes && most; other++) {
                double probability = probabilities[i][other];
                most = other == labels[i] || (other < labels[i] ? given > probability : given >= probability);
            }
            flagged[i] &= !most;
        }
    }
}
