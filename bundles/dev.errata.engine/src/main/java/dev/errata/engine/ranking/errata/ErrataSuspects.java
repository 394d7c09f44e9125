package dev.errata.engine.ranking.errata;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * One queue over wrong, loose, spurious, duplicate and missing labels. The score is the probability that the label is wrong,
 * or that one is missing, as {@link ErrataModels} have learned it from errors seeded into the same data, and as the verdicts that
 * people have given bear it out. What is decided is left out.
 */
public final class ErrataSuspects implements SuspectFinder {

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        int images = input.annotations().imageCount();
        progress.begin("Looking for label errors", images * 3L);
        StudiedImages studied = StudiedImages.of(input);
        ClassProfile classes = ClassProfile.of(input, studied, progress);
        ErrataModels models = ErrataModels.learn(input, studied, classes, progress);
        Decided decided = Decided.of(input, classes, models);
        Calibration calibration = decided.lessons().isEmpty() ? null : models.calibration(decided.lessons());
        List<Judge<Queue>> judges = Parallel.images(images,
            () -> new Judge<>(input, classes, models, new Queue(new Reason(input), decided, calibration)), progress);
        return SuspectList.merged(judges.stream().map(judge -> judge.findings().suspects).toList());
    }

    /** What is not decided yet, with what the verdicts make of its probability. */
    private static final class Queue implements Judge.Findings {

        private static final double CERTAIN = 1;

        private final SuspectList suspects;
        private final Decided decided;
        /** Null where nothing was decided. */
        private final Calibration calibration;

        Queue(Reason reason, Decided decided, Calibration calibration) {
            suspects = new SuspectList(reason);
            this.decided = decided;
            this.calibration = calibration;
        }

        @Override
        public void flat(int image, int annotation) {
            if (!decided.about(annotation, -1)) {
                suspects.add(image, annotation, -1, SuspectKind.SPURIOUS, CERTAIN);
            }
        }

        @Override
        public void suspect(int image, int annotation, int prediction, SuspectKind kind, int label, double probability,
            float[] evidence) {
            if (!decided.about(annotation, prediction)) {
                suspects.add(image, annotation, prediction, kind, calibration == null ? probability
                    : calibration.probability(kind, label, probability, evidence));
            }
        }
    }
}
