package dev.errata.engine.overlaps;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * How much an annotation and a prediction overlap, always in the same operations on doubles: equality at a threshold must
 * not depend on where it is computed. Boxes without area and boxes with NaN or infinite sides overlap nothing.
 */
public final class Overlap {

    private Overlap() {
    }

    /** Intersection over union, 0 to 1. */
    public static double iou(AnnotationColumns annotations, int annotation, PredictionColumns predictions, int prediction) {
        double shared = intersection(annotations, annotation, predictions, prediction);
        if (!(shared > 0)) {
            return 0;
        }
        double iou = shared / (annotations.width(annotation) * annotations.height(annotation)
            + predictions.width(prediction) * predictions.height(prediction) - shared);
        return iou >= 0 ? iou : 0;
    }

    /** The share of the prediction's area that lies in the annotation, 0 to 1: how crowd regions absorb. */
    public static double coverage(AnnotationColumns annotations, int annotation, PredictionColumns predictions,
        int prediction) {
        double shared = intersection(annotations, annotation, predictions, prediction);
        double area = predictions.width(prediction) * predictions.height(prediction);
        return shared > 0 && area > 0 ? shared / area : 0;
    }

    private static double intersection(AnnotationColumns annotations, int annotation, PredictionColumns predictions,
        int prediction) {
        return intersection(annotations.x(annotation), annotations.x(annotation) + annotations.width(annotation),
            predictions.x(prediction), predictions.x(prediction) + predictions.width(prediction),
            annotations.y(annotation), annotations.y(annotation) + annotations.height(annotation),
            predictions.y(prediction), predictions.y(prediction) + predictions.height(prediction));
    }

    /** The shared area of two boxes given by their edges; 0 where they share none. */
    public static double intersection(double left1, double right1, double left2, double right2, double top1, double bottom1,
        double top2, double bottom2) {
        double width = (right1 < right2 ? right1 : right2) - (left1 > left2 ? left1 : left2);
        if (!(width > 0)) {
            return 0;
        }
        double height = (bottom1 < bottom2 ? bottom1 : bottom2) - (top1 > top2 ? top1 : top2);
        return height > 0 ? width * height : 0;
    }
}
