package dev.errata.engine.ranking.scene;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * One image's labels, crowd regions and predictions that have an area, and for each prediction the labels that overlap it most:
 * "is it taken by another label than this one" is then answered at once. One instance serves one thread, image after image.
 */
public final class ImageScene {

    /** From this IoU on two boxes are taken for the same object. */
    public static final double OVERLAP = 0.5;

    public final Boxes labels = new Boxes();
    final Boxes crowds = new Boxes();
    public final Boxes predictions = new Boxes();
    /** The rows of labels without area. */
    public int[] flat = new int[8];
    public int flatCount;
    /** By prediction: its best label of its own class, the IoU with it, and the IoU with the second best. */
    public int[] owner = new int[64];
    public double[] ownerIou = new double[64];
    double[] secondOwnerIou = new double[64];
    /** The same among labels of any class. */
    public int[] nearest = new int[64];
    public double[] nearestIou = new double[64];
    double[] secondNearestIou = new double[64];
    /** The predictions that overlap each label, label by label, in their order: label i has those from begin i to begin i + 1. */
    public int[] overlapBegin = new int[64];
    public int[] overlapPrediction = new int[64];
    public double[] overlapIou = new double[64];
    private AnnotationColumns ids;
    private final ContentOrder order = new ContentOrder();

    /** Loads an image; the boxes stand in the order of the files. */
    public void load(AnnotationColumns annotations, PredictionColumns run, int image) {
        clear(annotations);
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            addLabel(annotations, row);
        }
        for (int row = run.begin(image); row < run.end(image); row++) {
            addPrediction(run, row);
        }
        findOwners();
    }

    /** Loads an image to learn from it; the boxes stand in an order that depends on what they are only. */
    public void study(AnnotationColumns annotations, PredictionColumns run, int image) {
        clear(annotations);
        ContentOrder.Rows labelRows = order.labels(annotations, image);
        for (int i = 0; i < labelRows.count(); i++) {
            addLabel(annotations, labelRows.get(i));
        }
        ContentOrder.Rows predictionRows = order.predictions(run, image);
        for (int i = 0; i < predictionRows.count(); i++) {
            addPrediction(run, predictionRows.get(i));
        }
        findOwners();
    }

    private void clear(AnnotationColumns annotations) {
        ids = annotations;
        labels.clear();
        crowds.clear();
        predictions.clear();
        flatCount = 0;
    }

    private void addLabel(AnnotationColumns annotations, int row) {
        double x = annotations.x(row);
        double y = annotations.y(row);
        double width = annotations.width(row);
        double height = annotations.height(row);
        if (Boxes.hasArea(x, y, width, height)) {
            (annotations.crowd(row) ? crowds : labels).add(row, annotations.label(row), x, y, width, height, 1);
        } else if (!annotations.crowd(row)) {
            flat = flatCount == flat.length ? Arrays.copyOf(flat, flatCount * 2) : flat;
            flat[flatCount++] = row;
        }
    }

    private void addPrediction(PredictionColumns run, int row) {
        if (run.confidence(row) >= 0 && Boxes.hasArea(run.x(row), run.y(row), run.width(row), run.height(row))) {
            predictions.add(row, run.label(row), run.x(row), run.y(row), run.width(row), run.height(row), run.confidence(row));
        }
    }

    /** Whether a label is older than another, as far as ids tell. */
    public boolean isOlder(int label, int other) {
        return ids.id(labels.row[label]) < ids.id(labels.row[other]);
    }

    private void findOwners() {
        int count = predictions.count;
        if (owner.length < count) {
            owner = new int[count * 2];
            ownerIou = new double[count * 2];
            secondOwnerIou = new double[count * 2];
            nearest = new int[count * 2];
            nearestIou = new double[count * 2];
            secondNearestIou = new double[count * 2];
        }
        Arrays.fill(owner, 0, count, -1);
        Arrays.fill(ownerIou, 0, count, 0);
        Arrays.fill(secondOwnerIou, 0, count, 0);
        Arrays.fill(nearest, 0, count, -1);
        Arrays.fill(nearestIou, 0, count, 0);
        Arrays.fill(secondNearestIou, 0, count, 0);
        if (overlapBegin.length <= labels.count) {
            overlapBegin = new int[labels.count * 2];
        }
        int overlaps = 0;
        for (int label = 0; label < labels.count; label++) {
            int touching = predictions.touching(labels.left[label], labels.top[label], labels.width[label],
                labels.height[label]);
            if (overlapIou.length < overlaps + touching) {
                overlapPrediction = Arrays.copyOf(overlapPrediction, (overlaps + touching) * 2);
                overlapIou = Arrays.copyOf(overlapIou, (overlaps + touching) * 2);
            }
            overlapBegin[label] = overlaps;
            for (int i = 0; i < touching; i++) {
                int p = predictions.touched[i];
                double iou = labels.iou(label, predictions, p);
                if (iou > 0) {
                    overlapPrediction[overlaps] = p;
                    overlapIou[overlaps++] = iou;
                    offer(label, p, iou);
                }
            }
        }
        overlapBegin[labels.count] = overlaps;
    }

    private void offer(int label, int prediction, double iou) {
        if (iou > nearestIou[prediction]) {
            secondNearestIou[prediction] = nearestIou[prediction];
            nearestIou[prediction] = iou;
            nearest[prediction] = label;
        } else if (iou > secondNearestIou[prediction]) {
            secondNearestIou[prediction] = iou;
        }
        if (labels.label[label] != predictions.label[prediction]) {
            return;
        }
        if (iou > ownerIou[prediction]) {
            secondOwnerIou[prediction] = ownerIou[prediction];
            ownerIou[prediction] = iou;
            owner[prediction] = label;
        } else if (iou > secondOwnerIou[prediction]) {
            secondOwnerIou[prediction] = iou;
        }
    }

    /** The most confident prediction on a label that lies on no other label more, or -1. */
    public int bestOn(int label) {
        int best = -1;
        for (int i = overlapBegin[label]; i < overlapBegin[label + 1]; i++) {
            int p = overlapPrediction[i];
            if (nearest[p] == label && nearestIou[p] >= OVERLAP
                && (best < 0 || predictions.confidence[p] > predictions.confidence[best])) {
                best = p;
            }
        }
        return best;
    }

    /** The best IoU of a prediction with labels of its class, one of them left out. */
    public double ownerIouWithout(int prediction, int label) {
        return owner[prediction] == label ? secondOwnerIou[prediction] : ownerIou[prediction];
    }

    /** The best IoU of a prediction with labels of any class, one of them left out. */
    public double nearestIouWithout(int prediction, int label) {
        return nearest[prediction] == label ? secondNearestIou[prediction] : nearestIou[prediction];
    }

    /** Whether a crowd region of its class covers at least half of a prediction. */
    boolean inCrowd(int prediction) {
        int touching = crowds.touching(predictions.left[prediction], predictions.top[prediction], predictions.width[prediction],
            predictions.height[prediction]);
        for (int i = 0; i < touching; i++) {
            int crowd = crowds.touched[i];
            if (crowds.label[crowd] == predictions.label[prediction]
                && crowds.intersection(crowd, predictions.left[prediction], predictions.top[prediction],
                    predictions.width[prediction], predictions.height[prediction]) >= predictions.area(prediction) / 2) {
                return true;
            }
        }
        return false;
    }
}
