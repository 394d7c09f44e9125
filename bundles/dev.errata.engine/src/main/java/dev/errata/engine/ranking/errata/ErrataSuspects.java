package dev.errata.engine.ranking.errata;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.scene.Leftovers;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;
import dev.errata.engine.ranking.suspects.Verdicts;

/**
 * One queue over wrong, loose, spurious, duplicate and missing labels. The score is the probability that the label is wrong,
 * or that one is missing, as {@link ErrataModels} have learned it from errors seeded into the same data, and as the verdicts that
 * people have given bear it out.
 */
public final class ErrataSuspects implements SuspectFinder {

    /** Less probable than this is not worth a row where there are many labels; of few, all have a place in the queue. */
    private static final double LEAST = 0.0005;
    private static final int MANY = 200_000;
    /** Of a box without area, which no object has: nothing that the model has to learn about. */
    private static final double CERTAIN = 1;

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        int images = input.annotations().imageCount();
        progress.begin("Looking for label errors", images * 3L);
        StudiedImages studied = StudiedImages.of(input);
        ClassProfile classes = ClassProfile.of(input, studied, progress);
        ErrataModels model = ErrataModels.learn(input, studied, classes, progress);
        List<Judge> judges = Parallel.images(images, () -> new Judge(input, classes, model), progress);
        SuspectList suspects = SuspectList.merged(judges.stream().map(judge -> judge.suspects).toList());
        if (input.verdicts() != null && input.verdicts().size() > 0) {
            learnFrom(input, suspects, before -> new Judge(before, classes, model));
        }
        return suspects;
    }

    /** Sees what the model would have said where people decided, sets it right, and leaves out what is decided. */
    private static void learnFrom(SuspectInput input, SuspectList suspects, Function<SuspectInput, Judge> judges) {
        Verdicts verdicts = input.verdicts();
        Judge judge = judges.apply(new SuspectInput(verdicts.before(), input.predictions(), input.classNames()));
        Decided decided = new Decided(input);
        IntStream.of(verdicts.image()).distinct().sorted().forEach(image -> judge.images(image, image + 1));
        judge.suspects.revise((image, annotation, prediction, kind, score) ->
            score < CERTAIN ? decided.learn(annotation, prediction, kind, score) : -1);
        Calibration calibration = decided.calibration();
        suspects.revise((image, annotation, prediction, kind, score) ->
            decided.about(annotation, prediction) ? -1 : score < CERTAIN ? calibration.probability(kind, score) : score);
    }

    /** Judges the labels and the leftover predictions of images. */
    private static final class Judge implements Parallel.Worker {

        private final SuspectInput input;
        private final ErrataModels model;
        private final double least;
        private final ImageScene scene = new ImageScene();
        private final Leftovers leftovers = new Leftovers();
        private final LabelEvidence labelEvidence;
        private final ObjectEvidence objectEvidence;
        private final SuspectList suspects;
        /** By prediction: the probability of a label that it makes look loose or wrong. */
        private double[] blamed = new double[64];

        Judge(SuspectInput input, ClassProfile classes, ErrataModels model) {
            this.input = input;
            this.model = model;
            least = input.predictions().size() >= MANY ? LEAST : 0;
            labelEvidence = new LabelEvidence(classes);
            objectEvidence = new ObjectEvidence(classes);
            suspects = new SuspectList(new Reason(input));
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                scene.load(input.annotations(), input.predictions(), image);
                if (blamed.length < scene.predictions.count) {
                    blamed = new double[scene.predictions.count * 2];
                }
                Arrays.fill(blamed, 0, scene.predictions.count, 0);
                judgeLabels(image);
                judgeLeftovers(image);
            }
        }

        private void judgeLabels(int image) {
            for (int i = 0; i < scene.flatCount; i++) {
                suspects.add(image, scene.flat[i], -1, SuspectKind.SPURIOUS, CERTAIN);
            }
            Boxes labels = scene.labels;
            for (int label = 0; label < labels.count; label++) {
                labelEvidence.of(scene, label);
                double probability = model.wrong(image, labelEvidence, least);
                if (probability >= least) {
                    add(image, label, probability);
                }
            }
        }

        private void add(int image, int label, double probability) {
            SuspectKind kind = labelEvidence.kind();
            int prediction = switch (kind) {
                case WRONG_CLASS -> labelEvidence.rival;
                case SPURIOUS, MISSING -> -1;
                case LOOSE, DUPLICATE -> labelEvidence.support;
            };
            if (prediction >= 0) {
                blamed[prediction] = Math.max(blamed[prediction], probability);
            }
            suspects.add(image, scene.labels.row[label], prediction < 0 ? -1 : scene.predictions.row[prediction], kind,
                probability);
        }

        private void judgeLeftovers(int image) {
            leftovers.find(scene);
            for (int i = 0; i < leftovers.count; i++) {
                int prediction = leftovers.prediction[i];
                objectEvidence.of(scene, prediction, -1);
                // either the label there slipped or another object has none: this is what the label leaves
                double probability = model.missing(image, objectEvidence, least) * (1 - blamed[prediction]);
                if (probability >= least) {
                    suspects.add(image, -1, scene.predictions.row[prediction], SuspectKind.MISSING, probability);
                }
            }
        }
    }
}
