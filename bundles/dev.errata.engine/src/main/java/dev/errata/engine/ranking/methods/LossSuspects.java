package dev.errata.engine.ranking.methods;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * The cross-entropy of what the label says, -ln p, in the default matching and with the background as one more class: of a
 * matched label's class, of the background at a prediction without a label, and of its class at a label without a prediction.
 * What the run gives to each class is in {@link Beliefs}. Where a run has no prediction, the background has all but the least
 * confidence that the run writes down: what is below that nobody knows.
 */
public final class LossSuspects implements SuspectFinder {

    private static final double LEAST = 1e-6;

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        Evaluation evaluation = Evaluation.of(input.annotations(), input.predictions(), input.classNames().size(),
            Thresholds.DEFAULT, progress);
        SuspectList suspects = new SuspectList(new Reason(input));
        PredictionColumns run = input.predictions();
        Beliefs beliefs = new Beliefs(input);
        double unseen = loss(leastConfidence(run));
        for (int image = 0; image < input.annotations().imageCount(); image++) {
            for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
                int prediction = evaluation.predictionOf(row);
                if (prediction >= 0) {
                    suspects.add(image, row, prediction, SuspectKind.WRONG_CLASS,
                        loss(beliefs.at(prediction)[input.annotations().label(row)]));
                } else if (prediction == Partner.UNMATCHED) {
                    suspects.add(image, row, -1, SuspectKind.SPURIOUS, unseen);
                }
            }
            for (int row = run.begin(image); row < run.end(image); row++) {
                if (evaluation.annotationOf(row) == Partner.UNMATCHED) {
                    suspects.add(image, -1, row, SuspectKind.MISSING, loss(beliefs.at(row)[beliefs.background()]));
                }
            }
        }
        return suspects;
    }

    private static double leastConfidence(PredictionColumns run) {
        double least = 1;
        for (int row = 0; row < run.size(); row++) {
            least = run.confidence(row) >= 0 ? Math.min(least, run.confidence(row)) : least;
        }
        return least;
    }

    private static double loss(double probability) {
        return -Math.log(Math.clamp(probability, LEAST, 1));
    }
}
