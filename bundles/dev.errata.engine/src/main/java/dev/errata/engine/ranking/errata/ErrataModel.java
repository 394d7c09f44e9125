package dev.errata.engine.ranking.errata;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.learning.BoostedTrees;
import dev.errata.engine.learning.BoostedTreesTrainer;
import dev.errata.engine.learning.ErrorShare;
import dev.errata.engine.learning.FeatureScale;
import dev.errata.engine.learning.JudgedRows;
import dev.errata.engine.learning.TrainingRows;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.scene.Leftovers;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * What label errors look like in a dataset, learned from errors that are seeded into it: how much more likely the evidence
 * is for an error than for the labels as they are. Each image is judged by trees that have not seen it. Of a handful of labels
 * the trees learn next to nothing: then the confidences of the run speak for themselves, and errors are as frequent as usual.
 */
final class ErrataModel {

    private static final int ROWS_WANTED = 24_000;
    private static final int PER_KIND_WANTED = 8_000;
    private static final double MOST_ROUNDS = 8;
    private static final int LARGE = 100_000;
    /** Leftover predictions are all of one part. */
    private static final int OBJECT = 0;
    /** Of so many labels the trees and the vote of the run count alike. */
    private static final double FEW = 200;
    /** Where the data don't tell, labels are taken to be wrong so many times as often as in a carefully labelled dataset. */
    private static final double CARELESS = 2;

    private final StudiedImages images;
    private final ErrorOdds labelOdds;
    private final ErrorOdds objectOdds;
    /** By the kind that a label would be. */
    private final double[] labelRate;
    private final double objectRate;
    private final FeatureScale labelScale;
    private final FeatureScale objectScale;

    /**
     * Learns from what was sampled.
     *
     * @param labelRate how often labels are usually wrong
     * @param objectRate how often a leftover prediction usually shows an object
     * @param unlearned how much the vote of the run counts beside what the trees have learned, 0 to 1
     */
    private ErrataModel(StudiedImages images, int folds, Sampler sampled, double labelCount, double labelRate,
        double objectRate, double unlearned) {
        this.images = images;
        TrainingRows labels = sampled.labels;
        TrainingRows objects = sampled.objects;
        BoostedTrees[] labelTrees = new BoostedTrees[folds];
        BoostedTrees[] objectTrees = new BoostedTrees[folds];
        IntStream.range(0, folds * 2).parallel().forEach(i -> {
            if (i < folds) {
                labelTrees[i] = BoostedTreesTrainer.train(labels, i, folds);
            } else {
                objectTrees[i - folds] = BoostedTreesTrainer.train(objects, i - folds, folds);
            }
        });
        JudgedRows judgedLabels = JudgedRows.of(labelTrees, labels);
        JudgedRows judgedObjects = JudgedRows.of(objectTrees, objects);
        ErrorOdds[] odds = new ErrorOdds[2];
        ErrorShare[] share = new ErrorShare[2];
        IntStream.range(0, 2).parallel().forEach(i -> {
            odds[i] = i == 0 ? new ErrorOdds(labelTrees, judgedLabels, LabelEvidence::vote, unlearned)
                : new ErrorOdds(objectTrees, judgedObjects, ObjectEvidence::vote, unlearned);
            share[i] = new ErrorShare(i == 0 ? judgedLabels : judgedObjects);
        });
        labelScale = FeatureScale.of(judgedLabels);
        objectScale = FeatureScale.of(judgedObjects);
        labelOdds = odds[0];
        objectOdds = odds[1];
        ErrorShare.Rates ofLabels = share[0].rates(SuspectKind.values().length, SuspectKind.SPURIOUS.ordinal(), labelRate);
        // who errs about labels more than is usual overlooks more objects
        double carelessness = ofLabels.common() / labelRate;
        // an object that the model overlooks looks like none
        ErrorShare.Rates ofObjects = share[1].rates(1, -1, objectRate * carelessness);
        ErrorLevel level = new ErrorLevel();
        level.add(judgedLabels, labelCount, ofLabels.ofPart(), labelOdds::quotient);
        level.add(judgedObjects, sampled.leftoverCount, ofObjects.ofPart(), objectOdds::quotient);
        double factor = level.factor();
        this.labelRate = Arrays.stream(ofLabels.ofPart()).map(rate -> rate * factor).toArray();
        this.objectRate = ofObjects.ofPart()[OBJECT] * factor;
    }

    static ErrataModel learn(SuspectInput input, StudiedImages studied, ClassProfile classes, Progress progress) {
        AnnotationColumns annotations = input.annotations();
        int[] rows = studied.labelRows();
        List<Sampler> samplers = Parallel.images(annotations.imageCount(),
            () -> new Sampler(input, studied, rows, classes), progress);
        Sampler all = samplers.get(0);
        for (Sampler sampler : samplers.subList(1, samplers.size())) {
            all.append(sampler);
        }
        int folds = annotations.size() >= LARGE ? 2 : 4;
        double labelRate = CARELESS * (SeededErrors.WRONG_CLASS_RATE + SeededErrors.LOOSE_RATE + SeededErrors.SPURIOUS_RATE
            + SeededErrors.DUPLICATE_RATE);
        double labelCount = studied.share(annotations.size());
        double objectRate = SeededErrors.MISSING_RATE * labelCount / Math.max(1, all.leftoverCount);
        return new ErrataModel(studied, folds, all, labelCount, labelRate, objectRate,
            annotations.size() >= LARGE ? 0 : FEW / (FEW + annotations.size()));
    }

    /**
     * The odds that a label of an image is wrong; see {@link ErrorLevel#probability}.
     *
     * @param least what is below need not be known, and may be 0
     */
    double wrong(int image, LabelEvidence evidence, double least) {
        return labelOdds.quotient(images.group(image), evidence.features, labelRate[evidence.kind().ordinal()], least);
    }

    /**
     * The odds that a label is missing where an image has a leftover prediction; see {@link ErrorLevel#probability}.
     *
     * @param least what is below need not be known, and may be 0
     */
    double missing(int image, ObjectEvidence evidence, double least) {
        return objectOdds.quotient(images.group(image), evidence.features, objectRate, least);
    }

    /** The scale of the evidence on labels. */
    FeatureScale labelScale() {
        return labelScale;
    }

    /** The scale of the evidence on leftover predictions. */
    FeatureScale objectScale() {
        return objectScale;
    }

    /** Collects labels as they are, labels with seeded errors, leftovers, and predictions whose label was taken away. */
    private static final class Sampler implements Parallel.Worker {

        private final SuspectInput input;
        private final StudiedImages studied;
        private final ImageScene scene = new ImageScene();
        private final Leftovers leftovers = new Leftovers();
        private final LabelEvidence labelEvidence;
        private final ObjectEvidence objectEvidence;
        private final SeededErrors errors;
        private final double labelShare;
        private final double objectShare;
        private final double errorShare;
        private final int rounds;
        private final TrainingRows labels = new TrainingRows(LabelEvidence.WIDTH);
        private final TrainingRows objects = new TrainingRows(ObjectEvidence.WIDTH);
        private long leftoverCount;

        Sampler(SuspectInput input, StudiedImages studied, int[] rows, ClassProfile classes) {
            this.input = input;
            this.studied = studied;
            labelEvidence = new LabelEvidence(classes);
            objectEvidence = new ObjectEvidence(classes);
            errors = new SeededErrors(input.annotations(), rows, classes);
            double count = studied.share(input.annotations().size());
            labelShare = Math.min(1, ROWS_WANTED / count);
            objectShare = Math.min(1, ROWS_WANTED / Math.max(1, studied.share(input.predictions().size()) / 2));
            rounds = (int) Math.clamp(PER_KIND_WANTED / count, 1, MOST_ROUNDS);
            errorShare = Math.min(1, PER_KIND_WANTED / count);
        }

        void append(Sampler other) {
            labels.append(other.labels);
            objects.append(other.objects);
            leftoverCount += other.leftoverCount;
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                if (!studied.contain(image)) {
                    continue;
                }
                scene.study(input.annotations(), input.predictions(), image);
                SplittableRandom random = studied.random(image);
                int group = studied.group(image);
                sampleLabels(group, random);
                if (!errors.isEmpty()) {
                    for (int round = 0; round < rounds; round++) {
                        errors.make(scene, random, errorShare, (own, label, x, y, width, height, weight) -> {
                            labelEvidence.of(scene, own, label, x, y, width, height);
                            labels.add(labelEvidence.features, true, weight, group, labelEvidence.kind().ordinal());
                        });
                    }
                }
                sampleLeftovers(group, random);
                dropLabels(group, random);
            }
        }

        private void sampleLabels(int group, SplittableRandom random) {
            for (int label = 0; label < scene.labels.count; label++) {
                if (random.nextDouble() < labelShare) {
                    labelEvidence.of(scene, label);
                    labels.add(labelEvidence.features, false, 1, group, labelEvidence.kind().ordinal());
                }
            }
        }

        private void sampleLeftovers(int group, SplittableRandom random) {
            leftovers.find(scene);
            leftoverCount += leftovers.count;
            for (int i = 0; i < leftovers.count; i++) {
                if (random.nextDouble() < objectShare) {
                    objectEvidence.of(scene, leftovers.prediction[i], -1);
                    objects.add(objectEvidence.features, false, 1, group, OBJECT);
                }
            }
        }

        /** The most confident prediction on a label is what would be left over, were the label missing. */
        private void dropLabels(int group, SplittableRandom random) {
            for (int label = 0; label < scene.labels.count; label++) {
                if (random.nextDouble() >= Math.min(1, 2 * errorShare)) {
                    continue;
                }
                int best = scene.bestOn(label);
                if (best >= 0) {
                    objectEvidence.of(scene, best, label);
                    objects.add(objectEvidence.features, true, 1, group, OBJECT);
                }
            }
        }
    }
}
