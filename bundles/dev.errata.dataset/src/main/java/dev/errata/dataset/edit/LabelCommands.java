package dev.errata.dataset.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;

/** Every way to change labels. Each command is one undo step and one group in the journal. */
public final class LabelCommands {

    private LabelCommands() {
    }

    public static Command relabel(LabelTarget target, Collection<Annotation> annotations, LabelClass to, String reason) {
        throw new IllegalStateException();
    }

    /** Gives each annotation its own new class; one undo step. */
    public static Command relabelEach(LabelTarget target, Map<Annotation, LabelClass> to, String reason) {
        throw new IllegalStateException();
    }

    public static Command delete(LabelTarget target, Collection<Annotation> annotations, String reason) {
        throw new IllegalStateException();
    }

    /** Makes annotations of predictions. */
    public static Command accept(LabelTarget target, Collection<Prediction> predictions, String reason) {
        throw new IllegalStateException();
    }

    /** @param box x, y, width, height in pixels */
    public static Command setBox(LabelTarget target, Annotation annotation, double[] box) {
        throw new IllegalStateException();
    }

    /** Changes the outlines; the box becomes their bounds. */
    public static Command setPolygons(LabelTarget target, Annotation annotation, List<double[]> polygons) {
        throw new IllegalStateException();
    }

    /** @param value null removes the attribute */
    public static Command setAttribute(LabelTarget target, Annotation annotation, String key, String value) {
        throw new IllegalStateException();
    }

    public static Command setCrowd(LabelTarget target, Annotation annotation, boolean crowd) {
        throw new IllegalStateException();
    }

    /**
     * Draws a new annotation.
     *
     * @param image index of the image
     * @param polygons empty for a plain box
     */
    public static Command add(LabelTarget target, int image, LabelClass label, double[] box, List<double[]> polygons) {
        throw new IllegalStateException();
    }

    /** Copies annotations, shifted by some pixels. */
    public static Command duplicate(LabelTarget target, Collection<Annotation> annotations, double dx, double dy) {
        throw new IllegalStateException();
    }
}
