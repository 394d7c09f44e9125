package dev.errata.engine.ranking.errata;

import java.util.List;
import java.util.SplittableRandom;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.suspects.SuspectInput;

/**
 * How well the model knows each class: what a missing or weak prediction means depends on it. And which classes it takes for each
 * other. Sums are kept in whole numbers, so that they don't depend on the order in which threads add.
 */
final class ClassProfile {

    /** So many rows of an average class are mixed into each: rare classes are not judged by a handful. */
    private static final double PRIOR_ROWS = 20;
    /** A confidence of 1. */
    private static final double UNIT = 1L << 30;

    /** By class: the mean over its labels of the best confidence of a prediction of the class on the label. */
    final float[] support;
    /** By class: of all confidence given to the class, the share that lies on labels of the class. */
    final float[] trust;
    private final int classes;
    /** By class, then by other class: the confidence that says the other class, or one before it, on labels of the class. */
    private final long[] mixedUp;

    private ClassProfile(Counter all) {
        classes = all.labels.length;
        support = rates(all.support, all.labels);
        trust = rates(all.onLabels, all.given);
        mixedUp = all.mixedUp;
        for (int label = 0; label < classes; label++) {
            for (int other = 1; other < classes; other++) {
                mixedUp[label * classes + other] += mixedUp[label * classes + other - 1];
            }
        }
    }

    private static float[] rates(long[] part, long[] whole) {
        double allParts = 0;
        double all = 0;
        for (int label = 0; label < part.length; label++) {
            allParts += part[label] / UNIT;
            all += whole[label] / UNIT;
        }
        double mean = all > 0 ? allParts / all : 0;
        float[] rates = new float[part.length];
        for (int label = 0; label < part.length; label++) {
            rates[label] = (float) ((part[label] / UNIT + PRIOR_ROWS * mean) / (whole[label] / UNIT + PRIOR_ROWS));
        }
        return rates;
    }

    static ClassProfile of(SuspectInput input, StudiedImages studied, Progress progress) {
        int classes = input.classNames().size();
        List<Counter> counters = Parallel.images(input.annotations().imageCount(), () -> new Counter(input, studied, classes),
            progress);
        Counter all = counters.get(0);
        counters.subList(1, counters.size()).forEach(all::add);
        return new ClassProfile(all);
    }

    /** Any class, all alike. */
    int any(SplittableRandom random) {
        return random.nextInt(classes);
    }

    /** A class that the model takes a class for, as often as it does; the class itself where it never takes it for another. */
    int lookAlike(int label, SplittableRandom random) {
        long total = mixedUp[(label + 1) * classes - 1];
        if (total == 0) {
            return label;
        }
        long at = random.nextLong(total);
        int other = 0;
        while (mixedUp[label * classes + other] <= at) {
            other++;
        }
        return other;
    }

    private static final class Counter implements Parallel.Worker {

        private final SuspectInput input;
        private final StudiedImages studied;
        private final ImageScene scene = new ImageScene();
        private final long[] support;
        private final long[] labels;
        private final long[] onLabels;
        private final long[] given;
        private final long[] mixedUp;

        Counter(SuspectInput input, StudiedImages studied, int classes) {
            this.input = input;
            this.studied = studied;
            support = new long[classes];
            labels = new long[classes];
            onLabels = new long[classes];
            given = new long[classes];
            mixedUp = new long[classes * classes];
        }

        void add(Counter other) {
            add(other.support, support);
            add(other.labels, labels);
            add(other.onLabels, onLabels);
            add(other.given, given);
            add(other.mixedUp, mixedUp);
        }

        private static void add(long[] from, long[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                if (!studied.contain(image)) {
                    continue;
                }
                scene.study(input.annotations(), input.predictions(), image);
                long[] best = new long[scene.labels.count];
                for (int p = 0; p < scene.predictions.count; p++) {
                    count(p, best);
                }
                for (int label = 0; label < scene.labels.count; label++) {
                    support[scene.labels.label[label]] += best[label];
                    labels[scene.labels.label[label]] += (long) UNIT;
                }
            }
        }

        private void count(int prediction, long[] best) {
            int predicted = scene.predictions.label[prediction];
            long confidence = Math.round(scene.predictions.confidence[prediction] * UNIT);
            given[predicted] += confidence;
            if (scene.ownerIou[prediction] >= ImageScene.OVERLAP) {
                onLabels[predicted] += confidence;
                best[scene.owner[prediction]] = Math.max(best[scene.owner[prediction]], confidence);
            }
            if (scene.nearestIou[prediction] >= ImageScene.OVERLAP) {
                int label = scene.labels.label[scene.nearest[prediction]];
                if (label != predicted) {
                    mixedUp[label * given.length + predicted] += confidence;
                }
            }
        }
    }
}
