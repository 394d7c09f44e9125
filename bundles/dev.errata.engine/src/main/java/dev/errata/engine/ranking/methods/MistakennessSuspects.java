package dev.errata.engine.ranking.methods;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlap;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * Mistakenness as FiftyOne Brain defines it, 0 for sure and right, 0.5 for unsure, 1 for sure and wrong: of a matched label
 * of another class than the prediction (c + 1) / 2, of the same class (1 - c) / 2, and of its box (c (2 i - 1) + 1) / 2 with
 * i = 2 (1 - IoU), where c is the confidence. What FiftyOne only flags has a place in the queue here: an unmatched
 * prediction above 0.95 may be a missing label, (c + 1) / 2, and an unmatched label may be spurious, 0.5.
 */
public final class MistakennessSuspects implements SuspectFinder {

    private static final double SURE = 0.95;
    private static final double UNSURE = 0.5;

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        Evaluation evaluation = Evaluation.of(input.annotations(), input.predictions(), input.classNames().size(),
            Thresholds.DEFAULT, Profile.FIFTYONE, ClassRules.NONE, progress);
        SuspectList suspects = new SuspectList(new Reason(input));
        for (int image = 0; image < input.annotations().imageCount(); image++) {
            for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
                if (!input.annotations().crowd(row)) {
                    addLabel(input, evaluation, image, row, suspects);
                }
            }
            for (int row = input.predictions().begin(image); row < input.predictions().end(image); row++) {
                double confidence = input.predictions().confidence(row);
                if (evaluation.annotationOf(row) == Partner.UNMATCHED && confidence > SURE) {
                    suspects.add(image, -1, row, SuspectKind.MISSING, (confidence + 1) / 2);
                }
            }
        }
        return suspects;
    }

    private static void addLabel(SuspectInput input, Evaluation evaluation, int image, int row, SuspectList suspects) {
        int prediction = evaluation.predictionOf(row);
        if (prediction < 0) {
            suspects.add(image, row, -1, SuspectKind.SPURIOUS, UNSURE);
            return;
        }
        double confidence = input.predictions().confidence(prediction);
        boolean wrong = input.predictions().label(prediction) != input.annotations().label(row);
        double ofClass = ofClass(confidence, wrong);
        double ofLocation = ofLocation(confidence,
            Overlap.iou(input.annotations(), row, input.predictions(), prediction));
        boolean loose = ofLocation > ofClass;
        suspects.add(image, row, prediction, loose ? SuspectKind.LOOSE : SuspectKind.WRONG_CLASS,
            Math.max(ofClass, ofLocation));
    }

    /** The mistakenness of a label's class. */
    public static double ofClass(double confidence, boolean wrong) {
        return ((wrong ? confidence : -confidence) + 1) / 2;
    }

    /** The mistakenness of a label's box. */
    public static double ofLocation(double confidence, double iou) {
        double distance = 2 * (1 - iou);
        return (confidence * (2 * distance - 1) + 1) / 2;
    }
}
