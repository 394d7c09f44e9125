package dev.errata.ui.annotation.editor.image;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.emf.common.command.Command;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.CopiedLabel;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.RecentClasses;

/**
 * Changes the labels of the image that a canvas shows. What a change draws is held on the canvas until it is read back. On the
 * UI thread only.
 */
public final class LabelEdits {

    private static final int DUPLICATE_SHIFT = 10;

    private final AnnotationCanvas canvas;
    /** What changes belong to, for the history. */
    private final String title;
    private OpenDataset dataset;
    private LabelFeed feed;
    private int index;
    private ImageRecord image;
    private LabelTarget target;
    private LabelClass drawingClass;
    private long ghosts = Long.MIN_VALUE;

    public LabelEdits(AnnotationCanvas canvas, String title) {
        this.canvas = canvas;
        this.title = title;
    }

    /** Another image is being read; nothing can be changed until it is shown. */
    void follow(OpenDataset of, LabelFeed from, int imageIndex) {
        dataset = of;
        feed = from;
        index = imageIndex;
        image = null;
        target = null;
    }

    /** The image was read. */
    void show(ImageRecord shown, LabelTarget changed) {
        image = shown;
        target = changed;
    }

    /** @param label the class of what is drawn; null where the dataset has none */
    void draw(LabelClass label) {
        drawingClass = label;
    }

    public void perform(Edit edit) {
        if (target == null || drawingClass == null) {
            return;
        }
        LabelClass label = drawingClass;
        LabelTarget to = target;
        int of = index;
        boolean drawing = edit instanceof Edit.Draw;
        List<Shape> shown = switch (edit) {
            case Edit.Reshape reshape -> reshape.changed();
            case Edit.Draw draw -> List.of(new Shape(Shape.Key.annotation(ghosts++), image, draw.box(), draw.polygons(),
                label.getName(), 1, false, false));
        };
        canvas.hold(shown);
        change(shown, drawing, () -> EditCommands.of(edit, to, of, label));
        if (drawing) {
            RecentClasses.of(dataset).used(label);
        }
    }

    /** Makes annotations of the selected predictions, or of the one under the pointer. */
    public void acceptPrediction() {
        List<Shape> shapes = canvas.selection().stream().filter(Shape::isPrediction).toList();
        if (shapes.isEmpty()) {
            shapes = canvas.underPointer().stream().filter(Shape::isPrediction).limit(1).toList();
        }
        List<Prediction> predictions = shapes.stream().map(shape -> (Prediction) shape.element()).toList();
        if (!predictions.isEmpty() && canvas.editable()) {
            LabelTarget to = target;
            String reason = NLS.bind(Messages.Edit_predictedBy, predictions.get(0).getRun().getName());
            change(List.of(), true, () -> {
                List<Prediction> fresh = predictions.stream()
                    .filter(prediction -> !LabelCommands.isAccepted(to, prediction)).toList();
                return fresh.isEmpty() ? null : LabelCommands.accept(to, fresh, reason);
            });
        }
    }

    public void duplicate() {
        List<Annotation> annotations = selected();
        if (!annotations.isEmpty() && canvas.editable()) {
            LabelTarget to = target;
            change(List.of(), true, () -> LabelCommands.duplicate(to, annotations, DUPLICATE_SHIFT, DUPLICATE_SHIFT));
        }
    }

    /** Puts the selected annotations on the clipboard. */
    public void copy() {
        List<Annotation> annotations = selected();
        if (!annotations.isEmpty()) {
            LabelClipboard.put(canvas.getDisplay(), annotations.stream().map(CopiedLabel::of).toList());
        }
    }

    /** Adds what is on the clipboard to the image, and selects it. */
    public void paste() {
        List<CopiedLabel> labels = LabelClipboard.get(canvas.getDisplay());
        if (labels.isEmpty() || !canvas.editable()) {
            canvas.getDisplay().beep();
            return;
        }
        LabelTarget to = target;
        int onto = index;
        change(List.of(), true, () -> LabelCommands.paste(to, onto, labels));
    }

    public void setAttribute(Annotation annotation, String key, String value) {
        LabelTarget to = target;
        change(List.of(), false, () -> LabelCommands.setAttribute(to, annotation, key, value));
    }

    public void setCrowd(Annotation annotation, boolean crowd) {
        LabelTarget to = target;
        change(List.of(), false, () -> LabelCommands.setCrowd(to, annotation, crowd));
    }

    /** The selected annotations. */
    List<Annotation> selected() {
        return canvas.selection().stream().filter(shape -> shape.element() instanceof Annotation)
            .map(shape -> (Annotation) shape.element()).toList();
    }

    /**
     * Executes a command.
     *
     * @param shown held on the canvas until the change is read back
     * @param selectNew whether what the command adds is selected then
     */
    private void change(List<Shape> shown, boolean selectNew, Supplier<Command> maker) {
        LabelFeed from = feed;
        Set<Shape.Key> known = new HashSet<>();
        canvas.scene().shapes().forEach(shape -> known.add(shape.key()));
        DatasetCommands.run(dataset, title, maker).whenComplete((nothing, failure) -> {
            if (canvas.isDisposed() || feed != from) {
                return;
            }
            if (failure != null) {
                canvas.release(shown);
                return;
            }
            from.refresh(() -> {
                canvas.release(shown);
                if (selectNew) {
                    canvas.select(canvas.scene().shapes().stream()
                        .filter(shape -> !shape.isPrediction() && !known.contains(shape.key())).toList());
                }
            });
        });
    }
}
