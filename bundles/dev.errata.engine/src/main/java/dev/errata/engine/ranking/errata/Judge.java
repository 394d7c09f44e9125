package dev.errata.engine.ranking.errata;

import java.util.Arrays;

import dev.errata.engine.Parallel;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.scene.Leftovers;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * Judges the labels and the leftover predictions of images as models have learned it. One instance serves one thread.
 *
 * @param <F> what takes the suspects
 */
final class Judge<F extends Judge.Findings> implements Parallel.Worker {

    /** Less probable than this is not worth a row where there are many labels; of few, all have a place in the queue. */
    private static final double LEAST = 0.0005;
    private static final int MANY = 200_000;

    /** Receives what is found. */
    interface Findings {

        /** A label without area, which no object has: nothing that the models have to learn about. */
        void flat(int image, int annotation);

        /**
         * A suspect.
         *
         * @param annotation the row of the label, or -1 where one is missing
         * @param prediction the row of the prediction that shows it, or -1
         * @param label the class of the label, or of the prediction that shows a missing one
         * @param evidence what was judged by; is used again for the next
         */
        void suspect(int image, int annotation, int prediction, SuspectKind kind, int label, double probability,
            float[] evidence);
    }

    private final SuspectInput input;
    private final ErrataModels models;
    private final F findings;
    private final double least;
    private final ImageScene scene = new ImageScene();
    private final Leftovers leftovers = new Leftovers();
    private final LabelEvidence labelEvidence;
    private final ObjectEvidence objectEvidence;
    /** By prediction: the probability of a label that it makes look loose or wrong. */
    private double[] blamed = new double[64];

    Judge(SuspectInput input, ClassProfile classes, ErrataModels models, F findings) {
        this.input = input;
        this.models = models;
        this.findings = findings;
        least = input.predictions().size() >= MANY ? LEAST : 0;
        labelEvidence = new LabelEvidence(classes);
        objectEvidence = new ObjectEvidence(classes);
    }

    F findings() {
        return findings;
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
            findings.flat(image, scene.flat[i]);
        }
        Boxes labels = scene.labels;
        for (int label = 0; label < labels.count; label++) {
            labelEvidence.of(scene, label);
            double probability = models.wrong(image, labelEvidence, least);
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
        findings.suspect(image, scene.labels.row[label], prediction < 0 ? -1 : scene.predictions.row[prediction], kind,
            scene.labels.label[label], probability, labelEvidence.features);
    }

    private void judgeLeftovers(int image) {
        leftovers.find(scene);
        for (int i = 0; i < leftovers.count; i++) {
            int prediction = leftovers.prediction[i];
            objectEvidence.of(scene, prediction, -1);
            // either the label there slipped or another object has none: this is what the label leaves
            double probability = models.missing(image, objectEvidence, least) * (1 - blamed[prediction]);
            if (probability >= least) {
                findings.suspect(image, -1, scene.predictions.row[prediction], SuspectKind.MISSING,
                    scene.predictions.label[prediction], probability, objectEvidence.features);
            }
        }
    }
}
