package dev.errata.engine.ranking.methods;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/** Mismatches of the default matching by the model's confidence; labels that it sees nothing of come last, with 0. */
public final class ConfidenceSuspects implements SuspectFinder {

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        Evaluation evaluation = Evaluation.of(input.annotations(), input.predictions(), input.classNames().size(),
            Thresholds.DEFAULT, progress);
        SuspectList suspects = new SuspectList(new Reason(input));
        for (MatchedPair pair : evaluation.mismatches()) {
            if (pair.prediction() < 0) {
                suspects.add(pair.image(), pair.annotation(), -1, SuspectKind.SPURIOUS, 0);
            } else {
                SuspectKind kind = pair.annotation() < 0 ? SuspectKind.MISSING : SuspectKind.WRONG_CLASS;
                suspects.add(pair.image(), pair.annotation(), pair.prediction(), kind,
                    input.predictions().confidence(pair.prediction()));
            }
        }
        return suspects;
    }
}
