package dev.errata.ui.charts.model;

import dev.errata.engine.metrics.ClassMetrics;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.ConfidenceCurve;

/**
 * The numbers of one class, or of all together.
 *
 * @param label the index of the class; {@link #ALL} for all together
 * @param name of the class
 * @param metrics averages over the classes where they are of all
 * @param importedAp average precision with the labels as they were imported; {@link CocoMetrics#ABSENT} where none was changed
 */
public record ClassRow(int label, String name, ClassMetrics metrics, double importedAp) {

    /** Stands for the index of a class: all classes together. */
    public static final int ALL = -1;

    /** The confidence at which F1 is best, with what it gives. */
    public ConfidenceCurve.Point best() {
        return metrics.byConfidence().best();
    }

    /** Whether there is anything to find. */
    public boolean isLabelled() {
        return metrics.annotations() > 0;
    }

    /** Whether a value is one, and not the mark for nothing to find. */
    public static boolean isKnown(double value) {
        return value != CocoMetrics.ABSENT;
    }
}
