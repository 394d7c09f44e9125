package dev.errata.engine.ranking.errata;

import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * What the predictions and the other labels of an image say about one label: whether it is there or only supposed. The
 * numbers are computed alike for labels of the dataset and for seeded errors. One instance serves one thread.
 */
final class LabelEvidence {

    static final int WIDTH = 16;

    private static final int SUPPORT_CONFIDENCE = 2;
    private static final int SUPPORT_IOU = 3;
    private static final int FREE_OTHER = 5;
    private static final double NEAR = 0.05;
    private static final double TWIN = 0.6;
    private static final double NOTICEABLE = 0.1;
    private static final double LEAST_DOUBT = 0.02;

    private final ClassProfile classes;
    /** The features; see {@link #of}. */
    final float[] features = new float[WIDTH];
    /** Indexes of the predictions that speak for or against the label, or -1. */
    int support;
    int rival;
    int neighbour;
    /** The index of the other label of the class that overlaps most, or -1. */
    int twin;
    double twinIou;
    private double earlierTwinIou;
    /** Highest confidences on the box: of its class, of another, of those that no other label of their class claims more. */
    private double any;
    private double other;
    private double free;
    private double freeOther;
    private double anyIou;
    private double best;
    private double near;
    private double supportConfidence;
    private double supportIou;

    LabelEvidence(ClassProfile classes) {
        this.classes = classes;
    }

    /** Gathers the evidence for a label of the scene. */
    void of(ImageScene scene, int index) {
        begin();
        Boxes labels = scene.labels;
        for (int i = scene.overlapBegin[index]; i < scene.overlapBegin[index + 1]; i++) {
            if (scene.overlapIou[i] >= NEAR) {
                meet(scene, index, labels.label[index], scene.overlapPrediction[i], scene.overlapIou[i]);
            }
        }
        end(scene, index, labels.label[index], labels.left[index], labels.top[index], labels.width[index], labels.height[index]);
    }

    /**
     * Gathers the evidence for a box that is not in the scene.
     *
     * @param own the index of the label in the scene that it stands for, whose claim on predictions does not count; -1 for a box
     *            that is added to the scene
     */
    void of(ImageScene scene, int own, int label, double x, double y, double width, double height) {
        begin();
        int touching = scene.predictions.touching(x, y, width, height);
        for (int i = 0; i < touching; i++) {
            int p = scene.predictions.touched[i];
            double iou = scene.predictions.iou(p, x, y, width, height);
            if (iou >= NEAR) {
                meet(scene, own, label, p, iou);
            }
        }
        end(scene, own, label, x, y, width, height);
    }

    private void begin() {
        any = 0;
        anyIou = 0;
        free = 0;
        best = 0;
        other = 0;
        freeOther = 0;
        near = 0;
        support = -1;
        rival = -1;
        neighbour = -1;
    }

    private void meet(ImageScene scene, int own, int label, int p, double iou) {
        Boxes run = scene.predictions;
        double confidence = run.confidence[p];
        boolean unclaimed = scene.ownerIouWithout(p, own) <= iou;
        boolean over = iou >= ImageScene.OVERLAP;
        if (run.label[p] == label) {
            if (over) {
                any = Math.max(any, confidence);
                anyIou = Math.max(anyIou, iou);
                free = unclaimed ? Math.max(free, confidence) : free;
            }
            if (unclaimed && confidence * iou > best) {
                best = confidence * iou;
                support = p;
            }
            if (!over && confidence * iou > near && scene.nearestIouWithout(p, own) < ImageScene.OVERLAP) {
                near = confidence * iou;
                neighbour = p;
            }
        } else if (over) {
            other = Math.max(other, confidence);
            if (unclaimed && confidence > freeOther) {
                freeOther = confidence;
                rival = p;
            }
        }
    }

    private void end(ImageScene scene, int own, int label, double x, double y, double width, double height) {
        Boxes run = scene.predictions;
        double otherLabelIou = meetLabels(scene, own, label, x, y, width, height);
        supportConfidence = support < 0 ? 0 : run.confidence[support];
        supportIou = support < 0 ? 0 : run.iou(support, x, y, width, height);
        int i = 0;
        features[i++] = (float) any;
        features[i++] = (float) free;
        features[i++] = (float) supportConfidence;
        features[i++] = (float) supportIou;
        features[i++] = (float) other;
        features[i++] = (float) freeOther;
        features[i++] = (float) (neighbour < 0 ? 0 : run.confidence[neighbour]);
        features[i++] = (float) (neighbour < 0 ? 0 : run.iou(neighbour, x, y, width, height));
        features[i++] = (float) twinIou;
        // of two boxes of one object the later is the duplicate; a box that is added stands behind all
        features[i++] = (float) earlierTwinIou;
        features[i++] = (float) otherLabelIou;
        features[i++] = (float) Math.log(Math.max(width * height, 1));
        features[i++] = (float) Math.log(width / height);
        features[i++] = (float) anyIou;
        features[i++] = classes.support[label];
        features[i] = classes.trust[label];
    }

    /** Odds in logarithms that the label is wrong, as the confidences say without anything learned: the vote of one run. */
    static double vote(float[] features) {
        double confidence = features[SUPPORT_CONFIDENCE];
        double own = features[SUPPORT_IOU] >= ImageScene.OVERLAP ? confidence : confidence / 2;
        double doubt = Math.clamp((1 - own + features[FREE_OTHER]) / 2, LEAST_DOUBT, 1 - LEAST_DOUBT);
        return Math.log(doubt / (1 - doubt));
    }

    /** What kind of error the label would be, were it one. */
    SuspectKind kind() {
        if (twinIou >= TWIN && freeOther <= supportConfidence) {
            return SuspectKind.DUPLICATE;
        }
        if (freeOther > (supportIou >= ImageScene.OVERLAP ? supportConfidence : supportConfidence / 2)) {
            return SuspectKind.WRONG_CLASS;
        }
        return supportConfidence >= NOTICEABLE ? SuspectKind.LOOSE : SuspectKind.SPURIOUS;
    }

    /** Finds the twin, and returns the best IoU with labels of other classes. */
    private double meetLabels(ImageScene scene, int own, int label, double x, double y, double width, double height) {
        Boxes labels = scene.labels;
        twin = -1;
        twinIou = 0;
        earlierTwinIou = 0;
        double otherIou = 0;
        int touching = labels.touching(x, y, width, height);
        for (int i = 0; i < touching; i++) {
            int index = labels.touched[i];
            if (index == own) {
                continue;
            }
            double iou = labels.iou(index, x, y, width, height);
            if (labels.label[index] != label) {
                otherIou = Math.max(otherIou, iou);
            } else {
                if (iou > twinIou) {
                    twinIou = iou;
                    twin = index;
                }
                if (own < 0 || scene.isOlder(index, own)) {
                    earlierTwinIou = Math.max(earlierTwinIou, iou);
                }
            }
        }
        return otherIou;
    }
}
