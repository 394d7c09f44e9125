package dev.errata.engine.ranking.suspects;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.overlaps.Overlap;

/**
 * Drops suspects that rules about classes settle: labels and predictions of ignored classes, missing labels where a region of
 * an ignored class covers the prediction, and wrong classes where the pair is allowed.
 */
public final class RuledOut implements SuspectList.Revision {

    /** How much of a prediction a region must cover to take it; the IoU threshold of the matrix plays no part here. */
    private static final double COVERED = 0.5;
    private static final double DROPPED = -1;

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final ClassRules rules;

    public RuledOut(SuspectInput input, ClassRules rules) {
        annotations = input.annotations();
        predictions = input.predictions();
        this.rules = rules;
    }

    @Override
    public double score(int image, int annotation, int prediction, SuspectKind kind, double score) {
        boolean labelled = annotation >= 0;
        boolean predicted = prediction >= 0;
        boolean settled = labelled && rules.ignores(annotations.label(annotation))
            || predicted && rules.ignores(predictions.label(prediction))
            || labelled && predicted && kind == SuspectKind.WRONG_CLASS
                && rules.agree(annotations.label(annotation), predictions.label(prediction))
            || !labelled && isCovered(image, prediction);
        return settled ? DROPPED : score;
    }

    private boolean isCovered(int image, int prediction) {
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            if (rules.ignores(annotations.label(row))
                && Overlap.coverage(annotations, row, predictions, prediction) >= COVERED) {
                return true;
            }
        }
        return false;
    }
}
