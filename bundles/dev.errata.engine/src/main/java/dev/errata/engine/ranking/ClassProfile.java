package dev.errata.engine.ranking;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;

/** How well the model knows each class: what a missing or weak prediction means depends on it. */
final class ClassProfile {

    /** So many rows of an average class are mixed into each: rare classes are not judged by a handful. */
    private static final double PRIOR_ROWS = 20;

    /** By class: the mean over its labels of the best confidence of a prediction of the class on the label. */
    final float[] support;
    /** By class: of all confidence given to the class, the share that lies on labels of the class. */
    final float[] trust;

    private ClassProfile(int classes, double[] sum, double[] count, double[] onLabels, double[] given) {
        support = rates(classes, sum, count);
        trust = rates(classes, onLabels, given);
    }

    private static float[] rates(int classes, double[] part, double[] whole) {
        double allParts = 0;
        double all = 0;
        for (int label = 0; label < classes; label++) {
            allParts += part[label];
            all += whole[label];
        }
        double mean = all > 0 ? allParts / all : 0;
        float[] rates = new float[classes];
        for (int label = 0; label < classes; label++) {
            rates[label] = (float) ((part[label] + PRIOR_ROWS * mean) / (whole[label] + PRIOR_ROWS));
        }
        return rates;
    }

    static ClassProfile of(SuspectInput input, int classes, Progress progress) {
        List<Counter> counters = Parallel.images(input.annotations().imageCount(), () -> new Counter(input, classes),
            progress);
        Counter all = counters.get(0);
        for (Counter counter : counters.subList(1, counters.size())) {
            for (int label = 0; label < classes; label++) {
                all.support[label] += counter.support[label];
                all.labels[label] += counter.labels[label];
                all.onLabels[label] += counter.onLabels[label];
                all.given[label] += counter.given[label];
            }
        }
        return new ClassProfile(classes, all.support, all.labels, all.onLabels, all.given);
    }

    private static final class Counter implements Parallel.Worker {

        private final SuspectInput input;
        private final ImageScene scene = new ImageScene();
        private final double[] support;
        private final double[] labels;
        private final double[] onLabels;
        private final double[] given;

        Counter(SuspectInput input, int classes) {
            this.input = input;
            support = new double[classes];
            labels = new double[classes];
            onLabels = new double[classes];
            given = new double[classes];
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                scene.load(input.annotations(), input.predictions(), image);
                double[] best = new double[scene.labels.count];
                for (int p = 0; p < scene.predictions.count; p++) {
                    double confidence = scene.predictions.confidence[p];
                    given[scene.predictions.label[p]] += confidence;
                    if (scene.ownerIou[p] >= LabelEvidence.OVERLAP) {
                        onLabels[scene.predictions.label[p]] += confidence;
                        best[scene.owner[p]] = Math.max(best[scene.owner[p]], confidence);
                    }
                }
                for (int label = 0; label < scene.labels.count; label++) {
                    support[scene.labels.label[label]] += best[label];
                    labels[scene.labels.label[label]]++;
                }
            }
        }
    }
}
