package dev.errata.engine.ranking.errata;

import java.util.Arrays;
import java.util.List;

import dev.errata.engine.learning.FeatureScale;
import dev.errata.engine.learning.LogisticRegression;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * Turns the probabilities of a model into those that verdicts bear out: the log odds s become a s + b (Platt, 1999), with an
 * offset for each kind of error and each class, and weights for the evidence. So it learns which of the errors that the model
 * knows are made here, and what people let pass. All have priors around what changes nothing: few verdicts change little.
 */
final class Calibration {

    private static final int KINDS = SuspectKind.values().length;
    /**
     * How far a model is off as a rule: by the errors among the first 1,000 suspects and the log loss of what is said of each
     * next 100 of them, on thirteen datasets with known errors.
     */
    private static final double SLOPE_DEVIATION = 0.4;
    private static final double OFFSET_DEVIATION = 0.4;
    private static final double KIND_DEVIATION = 0.7;
    private static final double CLASS_DEVIATION = 0.5;
    /** Of what all evidence together says, where each piece of it is a standard deviation off. */
    private static final double EVIDENCE_DEVIATION = 0.5;
    /** Log odds beyond this say the same. */
    private static final double SURE = 12;

    private final FeatureScale ofLabels;
    private final FeatureScale ofObjects;
    /** Those of which a label was decided, ascending: the first of the features, as they never meet. */
    private final int[] classes;
    private final int offset;
    private final int kinds;
    private final int labelEvidence;
    private final int objectEvidence;
    private final LogisticRegression.Fit fit;

    /**
     * Learns from verdicts.
     *
     * @param ofLabels the scale of {@link LabelEvidence}
     * @param ofObjects the scale of {@link ObjectEvidence}
     */
    Calibration(List<Lesson> lessons, FeatureScale ofLabels, FeatureScale ofObjects) {
        this.ofLabels = ofLabels;
        this.ofObjects = ofObjects;
        classes = lessons.stream().mapToInt(Lesson::label).sorted().distinct().toArray();
        offset = classes.length;
        kinds = offset + 1;
        labelEvidence = kinds + KINDS;
        objectEvidence = labelEvidence + ofLabels.size();
        LogisticRegression regression = new LogisticRegression(deviations(objectEvidence + ofObjects.size()),
            SLOPE_DEVIATION);
        for (Lesson lesson : lessons) {
            regression.add(logOdds(lesson.probability()), features(lesson.kind(), lesson.label(), lesson.evidence()),
                lesson.wrong());
        }
        fit = regression.fit();
    }

    private double[] deviations(int size) {
        double[] deviations = new double[size];
        Arrays.fill(deviations, 0, offset, CLASS_DEVIATION);
        deviations[offset] = OFFSET_DEVIATION;
        Arrays.fill(deviations, kinds, labelEvidence, KIND_DEVIATION);
        Arrays.fill(deviations, labelEvidence, objectEvidence, EVIDENCE_DEVIATION / Math.sqrt(ofLabels.size()));
        Arrays.fill(deviations, objectEvidence, size, EVIDENCE_DEVIATION / Math.sqrt(ofObjects.size()));
        return deviations;
    }

    private LogisticRegression.Features features(SuspectKind kind, int label, float[] evidence) {
        FeatureScale scale = kind == SuspectKind.MISSING ? ofObjects : ofLabels;
        int first = kind == SuspectKind.MISSING ? objectEvidence : labelEvidence;
        int ofClass = Arrays.binarySearch(classes, label);
        int count = evidence.length + (ofClass < 0 ? 2 : 3);
        int[] index = new int[count];
        double[] value = new double[count];
        Arrays.fill(value, 1);
        for (int i = 0; i < evidence.length; i++) {
            index[i] = first + i;
            value[i] = scale.apply(i, evidence[i]);
        }
        int next = evidence.length;
        index[next++] = offset;
        index[next++] = kinds + kind.ordinal();
        if (ofClass >= 0) {
            index[next] = ofClass;
        }
        return new LogisticRegression.Features(index, value);
    }

    /**
     * What verdicts make of a probability.
     *
     * @param kind of error that a suspect is taken for
     * @param label the class of the label, or of the prediction that shows a missing one
     * @param evidence of {@link ObjectEvidence} where a label is missing, else of {@link LabelEvidence}
     */
    double probability(SuspectKind kind, int label, double probability, float[] evidence) {
        return 1 / (1 + Math.exp(-fit.logOdds(logOdds(probability), features(kind, label, evidence))));
    }

    private static double logOdds(double probability) {
        return Math.clamp(Math.log(probability / (1 - probability)), -SURE, SURE);
    }
}
