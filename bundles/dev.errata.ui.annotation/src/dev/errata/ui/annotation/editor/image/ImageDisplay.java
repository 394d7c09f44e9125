package dev.errata.ui.annotation.editor.image;

import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.route.Stops.Stop;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

/**
 * Shows one image after another on a canvas: its picture, and its labels whenever they change. On the UI thread, only the
 * scenes are built in the background.
 */
public final class ImageDisplay {

    /** Models see something everywhere if one lets them: what they hardly believe in only hides the picture. */
    private static final double LEAST_CONFIDENCE = 0.25;

    private final AnnotationCanvas canvas;
    private final LabelEdits edits;
    private final PictureLoader pictures;
    private final Frame frame;
    private OpenDataset dataset;
    private Stop stop;
    private LabelFeed feed;
    private ShownLabels shown = ShownLabels.NOTHING;
    /** An undo may have taken the task away; another one brings it back. */
    private boolean taskGone;
    /** Shown whatever the overlay; the first is selected as soon as it is there. */
    private volatile List<Shape.Key> focus = List.of();
    private boolean focusPending;
    private volatile Overlay overlay = Overlay.DISAGREEING;
    private volatile double confidence = LEAST_CONFIDENCE;

    /** What is around the canvas. */
    public interface Frame {

        /** Shows what was read of the image. */
        void show(LabelFeed.Delivery delivery, Task task);

        /**
         * All is shown.
         *
         * @param before the state of the task as it was shown before; null without one
         * @param now its state as it is shown now; null without one
         */
        void shown(TaskState before, TaskState now);

        void showError(String text);
    }

    public ImageDisplay(AnnotationCanvas canvas, LabelEdits edits, Frame frame) {
        this.canvas = canvas;
        this.edits = edits;
        this.frame = frame;
        pictures = new PictureLoader(canvas);
    }

    /** Whether a stop is being shown. */
    public boolean isAt(Stop other) {
        return feed != null && other.equals(stop);
    }

    /** The objects that the next image is opened for; the first of them will be selected and large. */
    public void focus(List<Shape.Key> objects) {
        focusPending = !objects.isEmpty();
        focus = objects;
    }

    /** Selects and enlarges the first of some objects of the image that is shown. */
    public void focusHere(List<Shape.Key> objects) {
        focusPending = !objects.isEmpty();
        focus = objects.isEmpty() ? focus : objects;
        feed.refresh();
    }

    public void load(OpenDataset of, Stop next) {
        canvas.flush();
        close();
        dataset = of;
        stop = next;
        shown = ShownLabels.NOTHING;
        taskGone = false;
        pictures.load(dataset, stop.image());
        feed = new LabelFeed(dataset, stop.image(), stop.task(), this::builder, this::deliver, canvas.getDisplay());
        edits.follow(dataset, feed, stop.image());
    }

    /** Gets the picture ready that will be shown next. */
    public void prepare(int image) {
        pictures.prepare(dataset, image);
    }

    private SceneBuilder builder(Task of) {
        return SceneBuilder.of(dataset, of, overlay, confidence, Set.copyOf(focus));
    }

    private void deliver(LabelFeed.Delivery delivery) {
        if (canvas.isDisposed()) {
            return;
        }
        if (delivery.failure() != null) {
            canvas.setMessage(NLS.bind(Messages.Editor_failed, delivery.failure().getMessage()));
            return;
        }
        ShownLabels before = shown;
        shown = ShownLabels.of(delivery);
        edits.show(shown.image(), shown.target());
        boolean ofTask = !stop.task().isEmpty();
        canvas.setEditable(shown.isOpen(ofTask));
        tellOfDeleted(delivery);
        if (!before.isNothing()) {
            canvas.update(delivery.scene());
        } else {
            canvas.open(delivery.scene());
            pictures.show();
            selectTargets(delivery.scene());
        }
        showWhetherGone(ofTask && shown.task() == null);
        frame.show(delivery, shown.task());
        showFocus(delivery);
        frame.shown(before.state(), shown.state());
    }

    /** Whoever was about to change a label must not wonder where it is. */
    private void tellOfDeleted(LabelFeed.Delivery delivery) {
        List<String> deleted = !delivery.byOthers() ? List.of() : canvas.selection().stream()
            .filter(shape -> !shape.isPrediction() && delivery.scene().find(shape.key()) == null).map(Shape::label).toList();
        if (!deleted.isEmpty()) {
            canvas.getDisplay().beep();
            frame.showError(
                NLS.bind(Messages.Editor_deletedByOthers, VisibleText.oneLine(String.join(", ", deleted)))); //$NON-NLS-1$
        }
    }

    private void showWhetherGone(boolean gone) {
        if (gone) {
            canvas.setMessage(Messages.Editor_taskGone);
        } else if (taskGone) {
            pictures.show();
        }
        taskGone = gone;
    }

    /** What a task is about is selected when it opens, the labels before the predictions: the next key acts on it. */
    private void selectTargets(Scene scene) {
        List<Shape> targets = scene.shapes().stream().filter(Shape::target).toList();
        List<Shape> labels = targets.stream().filter(shape -> !shape.isPrediction()).toList();
        canvas.select(labels.isEmpty() ? targets : labels);
    }

    private void showFocus(LabelFeed.Delivery delivery) {
        Shape shape = focusPending ? delivery.scene().find(focus.get(0)) : null;
        if (shape != null) {
            focusPending = false;
            canvas.select(List.of(shape));
            canvas.zoomToSelection();
        }
    }

    /** What is shown of the image. */
    public ShownLabels shown() {
        return shown;
    }

    public Overlay overlay() {
        return overlay;
    }

    public double confidence() {
        return confidence;
    }

    /** @param least predictions of a smaller confidence are left out, 0 to 1 */
    public void showPredictions(Overlay chosen, double least) {
        overlay = chosen;
        confidence = least;
        if (feed != null) {
            feed.refresh();
        }
    }

    /** Reads the labels of the image no more. */
    public void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
