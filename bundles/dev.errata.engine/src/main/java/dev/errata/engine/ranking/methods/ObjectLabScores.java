package dev.errata.engine.ranking.methods;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * The scores of ObjectLab (Tkachenko et al., 2023) as cleanlab computes them, 0 for certainly wrong to 1 for fine, for the
 * boxes of one image. One instance serves one thread.
 */
public final class ObjectLabScores {

    private static final double ALPHA = 0.9;
    private static final double DISTANCE_FACTOR = 0.1;
    private static final double LEAST_UNION = 1e-6;
    private static final double LOW = 0.5;
    private static final double HIGH = 0.95;
    private static final double CONFLICT = 0.95;

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final boolean scaleFree;
    /** The prediction that the last score of a label was made with, or -1. */
    int closest;

    /** @param scaleFree measure distances in diagonals of the label instead of pixels */
    public ObjectLabScores(AnnotationColumns annotations, PredictionColumns predictions, boolean scaleFree) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.scaleFree = scaleFree;
    }

    /** The smallest similarity above 0 of a label and a prediction of the image; 1 if there is none. */
    public double leastSimilarity(int image) {
        double least = 1;
        for (int label = annotations.begin(image); label < annotations.end(image); label++) {
            for (int p = predictions.begin(image); p < predictions.end(image); p++) {
                double similarity = similarity(label, p);
                if (similarity > 0 && similarity < least) {
                    least = similarity;
                }
            }
        }
        return least;
    }

    public double similarity(int label, int prediction) {
        double dx = annotations.x(label) + annotations.width(label) / 2 - predictions.x(prediction)
            - predictions.width(prediction) / 2;
        double dy = annotations.y(label) + annotations.height(label) / 2 - predictions.y(prediction)
            - predictions.height(prediction) / 2;
        double distance = Math.sqrt(dx * dx + dy * dy);
        double factor = DISTANCE_FACTOR;
        if (scaleFree) {
            double diagonal = Math.hypot(annotations.width(label), annotations.height(label));
            distance = diagonal > 0 ? distance / diagonal : Double.POSITIVE_INFINITY;
            factor = 1;
        }
        // twice subtracted from 1, as cleanlab does: far boxes are exactly 0
        double far = 1 - Math.exp(-distance * factor);
        return iou(label, prediction) * ALPHA + (1 - ALPHA) * (1 - far);
    }

    private double iou(int label, int prediction) {
        return iou(annotations.x(label), annotations.y(label), annotations.width(label), annotations.height(label),
            predictions.x(prediction), predictions.y(prediction), predictions.width(prediction),
            predictions.height(prediction));
    }

    private static double iou(double x1, double y1, double width1, double height1, double x2, double y2, double width2,
        double height2) {
        double width = Math.min(x1 + width1, x2 + width2) - Math.max(x1, x2);
        double height = Math.min(y1 + height1, y2 + height2) - Math.max(y1, y2);
        if (!(width >= 0 && height >= 0)) {
            return 0;
        }
        double shared = width * height;
        return shared / Math.max(width1 * height1 + width2 * height2 - shared, LEAST_UNION);
    }

    /** Whether a predicted object was overlooked; NaN where the question does not arise. */
    public double overlooked(int image, int prediction, double least) {
        double confidence = predictions.confidence(prediction);
        if (!(confidence >= HIGH)) {
            return Double.NaN;
        }
        double best = Double.NaN;
        for (int label = annotations.begin(image); label < annotations.end(image); label++) {
            if (iou(label, prediction) > 0) {
                return Double.NaN;
            }
            if (annotations.label(label) == predictions.label(prediction)) {
                double similarity = similarity(label, prediction);
                best = best >= similarity ? best : similarity;
            }
        }
        return best == best ? best : least * (1 - confidence);
    }

    /** Whether the box of a label fits; {@link #closest} is the prediction that it is compared with. */
    public double location(int image, int label) {
        closest = -1;
        double best = -1;
        for (int p = predictions.begin(image); p < predictions.end(image); p++) {
            if (predictions.label(p) == annotations.label(label) && predictions.confidence(p) > LOW && iou(label, p) > 0) {
                double similarity = similarity(label, p);
                if (similarity > best) {
                    best = similarity;
                    closest = p;
                }
            }
        }
        return closest < 0 ? 1 : best;
    }

    /** Whether a label has the right class; {@link #closest} is the prediction of another class nearest to it, or -1. */
    public double swap(int image, int label, double least) {
        closest = -1;
        if (conflicts(image, label)) {
            return least;
        }
        double best = -1;
        for (int p = predictions.begin(image); p < predictions.end(image); p++) {
            if (predictions.label(p) != annotations.label(label) && predictions.confidence(p) > HIGH) {
                double similarity = similarity(label, p);
                if (similarity > best) {
                    best = similarity;
                    closest = p;
                }
            }
        }
        return closest < 0 ? 1 : Math.max(least, 1 - best);
    }

    /** Whether nearly the same box is labelled with another class too. */
    private boolean conflicts(int image, int label) {
        for (int other = annotations.begin(image); other < annotations.end(image); other++) {
            if (annotations.label(other) != annotations.label(label)
                && iou(annotations.x(label), annotations.y(label), annotations.width(label), annotations.height(label),
                    annotations.x(other), annotations.y(other), annotations.width(other),
                    annotations.height(other)) >= CONFLICT) {
                return true;
            }
        }
        return false;
    }
}
