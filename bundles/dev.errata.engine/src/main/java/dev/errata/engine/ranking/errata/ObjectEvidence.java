package dev.errata.engine.ranking.errata;

import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;

/** What speaks for an object that nobody labelled where a prediction is. One instance serves one thread. */
final class ObjectEvidence {

    static final int WIDTH = 13;

    private static final double NEAR = 0.05;
    private static final double LEAST_DOUBT = 0.02;

    private final ClassProfile classes;
    final float[] features = new float[WIDTH];

    ObjectEvidence(ClassProfile classes) {
        this.classes = classes;
    }

    /**
     * Gathers the evidence for a prediction.
     *
     * @param dropped the index of a label that is taken for not there, or -1
     */
    void of(ImageScene scene, int prediction, int dropped) {
        Boxes run = scene.predictions;
        double same = 0;
        double other = 0;
        int echoes = 0;
        double x = run.left[prediction];
        double y = run.top[prediction];
        double width = run.width[prediction];
        double height = run.height[prediction];
        int touching = run.touching(x, y, width, height);
        for (int t = 0; t < touching; t++) {
            int p = run.touched[t];
            if (p != prediction && run.iou(p, x, y, width, height) >= ImageScene.OVERLAP) {
                echoes++;
                if (run.label[p] == run.label[prediction]) {
                    same = Math.max(same, run.confidence[p]);
                } else {
                    other = Math.max(other, run.confidence[p]);
                }
            }
        }
        double covered = 0;
        double labelInside = 0;
        double nearIou = NEAR;
        int near = -1;
        touching = scene.labels.touching(x, y, width, height);
        for (int t = 0; t < touching; t++) {
            int label = scene.labels.touched[t];
            double shared = label == dropped ? 0 : scene.labels.intersection(label, x, y, width, height);
            if (shared > 0) {
                covered = Math.max(covered, shared);
                labelInside = Math.max(labelInside, shared / scene.labels.area(label));
                double iou = shared / (width * height + scene.labels.area(label) - shared);
                if (iou > nearIou) {
                    nearIou = iou;
                    near = label;
                }
            }
        }
        int label = run.label[prediction];
        int i = 0;
        features[i++] = (float) run.confidence[prediction];
        features[i++] = (float) scene.ownerIouWithout(prediction, dropped);
        features[i++] = (float) scene.nearestIouWithout(prediction, dropped);
        features[i++] = (float) Math.log(Math.max(width * height, 1));
        features[i++] = (float) Math.log(width / height);
        features[i++] = (float) same;
        features[i++] = (float) other;
        features[i++] = echoes;
        features[i++] = (float) (covered / (width * height));
        features[i++] = (float) labelInside;
        features[i++] = classes.support[label];
        features[i++] = classes.trust[label];
        // a label that nothing else supports may be what the prediction shows, only loose
        features[i] = (float) (near < 0 ? -1 : otherSupport(scene, near, prediction));
    }

    /** The highest confidence on a label of its class, a prediction left out. */
    private static double otherSupport(ImageScene scene, int label, int prediction) {
        Boxes run = scene.predictions;
        double highest = 0;
        for (int i = scene.overlapBegin[label]; i < scene.overlapBegin[label + 1]; i++) {
            int p = scene.overlapPrediction[i];
            if (p != prediction && scene.overlapIou[i] >= ImageScene.OVERLAP
                && run.label[p] == scene.labels.label[label]) {
                highest = Math.max(highest, run.confidence[p]);
            }
        }
        return highest;
    }

    /** Odds in logarithms that there is an object, as the confidence says without anything learned. */
    static double vote(float[] features) {
        double confidence = Math.clamp(features[0], LEAST_DOUBT, 1 - LEAST_DOUBT);
        return Math.log(confidence / (1 - confidence));
    }
}
