package dev.errata.dataset.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.Texts;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Operation;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.state.Fields;
import dev.errata.formats.records.Outlines;

/**
 * Every way to change labels. Each command is one undo step and one group in the journal. All of them refuse with an
 * {@link IllegalArgumentException} what makes no sense: a class of another dataset, a box without area, numbers that are not
 * finite, an outline of fewer than three points.
 */
public final class LabelCommands {

    private LabelCommands() {
    }

    public static Command relabel(LabelTarget target, Collection<Annotation> annotations, LabelClass to, String reason) {
        long label = label(target, to);
        List<Change> changes = new ArrayList<>(annotations.size());
        for (Annotation annotation : annotations) {
            changes.add(AnnotationChanges.set(annotation, Fields.LABEL, label(target, annotation.getLabel()), label, reason));
        }
        return target.command(Texts.format(Messages.relabel, annotations.size()), changes);
    }

    /** Gives each annotation its own new class; one undo step. */
    public static Command relabelEach(LabelTarget target, Map<Annotation, LabelClass> to, String reason) {
        List<Change> changes = new ArrayList<>(to.size());
        to.forEach((annotation, label) -> changes.add(AnnotationChanges.set(annotation, Fields.LABEL,
            label(target, annotation.getLabel()), label(target, label), reason)));
        return target.command(Texts.format(Messages.relabel, to.size()), changes);
    }

    public static Command delete(LabelTarget target, Collection<Annotation> annotations, String reason) {
        List<Change> changes = new ArrayList<>(annotations.size());
        for (Annotation annotation : annotations) {
            Change change = AnnotationChanges.of(Operation.DELETE, annotation.getImage().getIndex(), annotation.getId(), reason);
            AnnotationChanges.values(change, content(target, annotation), null);
            changes.add(change);
        }
        return target.command(Texts.format(Messages.delete, annotations.size()), changes);
    }

    /**
     * Makes annotations of predictions, with their outlines where masks are what is compared; refuses where one is an annotation
     * already, see {@link #isAccepted}.
     */
    public static Command accept(LabelTarget target, Collection<Prediction> predictions, String reason) {
        List<Change> changes = new ArrayList<>(predictions.size());
        for (Prediction prediction : predictions) {
            if (isAccepted(target, prediction)) {
                throw new IllegalArgumentException(Texts.format(Messages.accepted, prediction.getIndex()));
            }
            Map<String, Object> content = content(label(target, prediction.getLabel()), box(prediction),
                ComparedOutlines.ofAccepted(target.dataset(), prediction));
            changes.add(AnnotationChanges.add(prediction.getImage().getIndex(), content, reason));
        }
        return target.command(Texts.format(Messages.accept, predictions.size()), changes);
    }

    /** Whether there is an annotation of a prediction's class and box: accepting it would only draw that a second time. */
    public static boolean isAccepted(LabelTarget target, Prediction prediction) {
        double[] box = box(prediction);
        return target.image(prediction.getImage().getIndex()).getAnnotations().stream().anyMatch(annotation ->
            annotation.getLabel() == prediction.getLabel() && Arrays.equals(Geometry.box(annotation), box));
    }

    private static double[] box(Prediction prediction) {
        return new double[] {prediction.getX(), prediction.getY(), prediction.getWidth(), prediction.getHeight()};
    }

    /**
     * Moves and resizes; outlines are moved and scaled along.
     *
     * @param box x, y, width, height in pixels
     */
    public static Command setBox(LabelTarget target, Annotation annotation, double[] box) {
        Geometry.checkBox(box);
        double[] before = Geometry.box(annotation);
        List<Change> changes = new ArrayList<>();
        changes.add(AnnotationChanges.set(annotation, Fields.BOX, before, box, ""));
        List<double[]> outlines = Geometry.polygons(annotation);
        if (!outlines.isEmpty()) {
            changes.add(AnnotationChanges.set(annotation, Fields.POLYGONS, outlines,
                Geometry.fitted(outlines, before, box), ""));
        }
        return target.command(Messages.setBox, changes);
    }

    /** Changes the outlines; the box becomes their bounds. */
    public static Command setPolygons(LabelTarget target, Annotation annotation, List<double[]> polygons) {
        Geometry.checkPolygons(polygons);
        List<Change> changes = new ArrayList<>();
        changes.add(AnnotationChanges.set(annotation, Fields.POLYGONS, Geometry.polygons(annotation), polygons, ""));
        if (!polygons.isEmpty()) {
            changes.add(AnnotationChanges.set(annotation, Fields.BOX, Geometry.box(annotation), Outlines.bounds(polygons), ""));
        }
        return target.command(Messages.setPolygons, changes);
    }

    /** @param value null removes the attribute */
    public static Command setAttribute(LabelTarget target, Annotation annotation, String key, String value) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("an attribute needs a name");
        }
        String before = annotation.getAttributes().stream().filter(attribute -> key.equals(attribute.getKey())).findFirst()
            .map(attribute -> attribute.getValue()).orElse(null);
        return target.command(Texts.format(value == null ? Messages.removeAttribute : Messages.setAttribute, key),
            List.of(AnnotationChanges.set(annotation, Fields.ATTRIBUTE + key, before, value, "")));
    }

    public static Command setCrowd(LabelTarget target, Annotation annotation, boolean crowd) {
        return target.command(crowd ? Messages.setCrowd : Messages.clearCrowd,
            List.of(AnnotationChanges.set(annotation, Fields.CROWD, annotation.isCrowd(), crowd, "")));
    }

    /**
     * Draws a new annotation.
     *
     * @param image index of the image
     * @param polygons empty for a plain box
     */
    public static Command add(LabelTarget target, int image, LabelClass label, double[] box, List<double[]> polygons) {
        Geometry.checkBox(box);
        Geometry.checkPolygons(polygons);
        if (image < 0 || image >= target.dataset().imageCount()) {
            throw new IllegalArgumentException("there is no image " + image);
        }
        return target.command(Messages.add,
            List.of(AnnotationChanges.add(image, content(label(target, label), box, polygons), "")));
    }

    /** Copies annotations, shifted by some pixels. */
    public static Command duplicate(LabelTarget target, Collection<Annotation> annotations, double dx, double dy) {
        List<Change> changes = new ArrayList<>(annotations.size());
        for (Annotation annotation : annotations) {
            double[] before = Geometry.box(annotation);
            double[] box = {before[0] + dx, before[1] + dy, before[2], before[3]};
            Geometry.checkBox(box);
            Map<String, Object> content = content(target, annotation);
            content.put(Fields.BOX, box);
            content.computeIfPresent(Fields.POLYGONS,
                (field, outlines) -> Geometry.fitted(Geometry.polygons(annotation), before, box));
            changes.add(AnnotationChanges.add(annotation.getImage().getIndex(), content, ""));
        }
        return target.command(Texts.format(Messages.duplicate, annotations.size()), changes);
    }

    /**
     * Adds copies of labels to an image, of this dataset or another: where they were, inside the image, and not exactly on a
     * label that is there. Refuses where the dataset has no class of a label's name.
     *
     * @param image index of the image
     */
    public static Command paste(LabelTarget target, int image, Collection<CopiedLabel> labels) {
        ImageRecord onto = target.image(image);
        List<Change> changes = new ArrayList<>(labels.size());
        for (CopiedLabel copied : labels) {
            CopiedLabel placed = copied.placedIn(onto);
            Geometry.checkBox(placed.box());
            Geometry.checkPolygons(placed.polygons());
            LabelClass label = target.dataset().document().getClasses().stream()
                .filter(each -> each.getName().equals(copied.label())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Texts.format(Messages.noClass, copied.label())));
            changes.add(AnnotationChanges.add(image, content(label(target, label), placed), ""));
        }
        return target.command(Texts.format(Messages.paste, labels.size()), changes);
    }

    private static long label(LabelTarget target, LabelClass label) {
        int index = target.dataset().document().getClasses().indexOf(Objects.requireNonNull(label, "no label class"));
        if (index < 0) {
            throw new IllegalArgumentException("the label class \"" + label.getName() + "\" is none of this dataset");
        }
        return index;
    }

    private static Map<String, Object> content(LabelTarget target, Annotation annotation) {
        return content(label(target, annotation.getLabel()), CopiedLabel.of(annotation));
    }

    private static Map<String, Object> content(long label, CopiedLabel copied) {
        Map<String, Object> content = content(label, copied.box(), copied.polygons());
        if (copied.crowd()) {
            content.put(Fields.CROWD, true);
        }
        if (!copied.attributes().isEmpty()) {
            content.put(Fields.ATTRIBUTES, new LinkedHashMap<String, Object>(copied.attributes()));
        }
        return content;
    }

    private static Map<String, Object> content(long label, double[] box, List<double[]> polygons) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(Fields.LABEL, label);
        content.put(Fields.BOX, box);
        if (!polygons.isEmpty()) {
            content.put(Fields.POLYGONS, polygons);
        }
        return content;
    }
}
