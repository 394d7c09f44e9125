package dev.errata.ui.annotation.editor.route;

import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMemento;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.TaskState;
import dev.errata.ui.annotation.editor.route.Stops.Stop;

/** Where an editor is among the images or tasks that it goes through. */
public final class Route {

    private OpenDataset dataset;
    /** Null until the dataset is open. */
    private Stops stops;
    /** Null until it is known where to begin. */
    private Stop stop;

    /**
     * The dataset is open: begins where the last session ended, or at the first stop.
     *
     * @param batch id of a batch; empty for all images
     * @return whether there is anything to show
     */
    public boolean follow(OpenDataset opened, String batch) {
        dataset = opened;
        stops = batch.isEmpty() ? new Stops.Images(opened) : new Stops.Tasks(opened, batch);
        if (stop == null && stops.count() > 0) {
            stop = stops.at(0);
        }
        return stop != null && stops.indexOf(stop) >= 0;
    }

    public Stop stop() {
        return stop;
    }

    public void goTo(Stop next) {
        stop = next;
    }

    /** Whether it is known where the editor is, and among what. */
    public boolean isKnown() {
        return stops != null && stop != null;
    }

    /** The stop some steps further; empty behind the last and before the first. */
    public Optional<Stop> at(int step) {
        int next = stops.indexOf(stop) + step;
        return next >= 0 && next < stops.count() ? Optional.of(stops.at(next)) : Optional.empty();
    }

    /** The next stop whose task waits for the same as one in a state: to be reviewed, or to be fixed. */
    public Optional<Stop> nextWaitingLike(TaskState state) {
        return stops.nextWith(stops.indexOf(stop), state == TaskState.SUBMITTED ? Route::isToReview : Route::isToFix);
    }

    private static boolean isToFix(TaskState state) {
        return state == TaskState.OPEN || state == TaskState.RETURNED;
    }

    private static boolean isToReview(TaskState state) {
        return state == TaskState.SUBMITTED;
    }

    /** The place, what is left to do of a batch, and the picture's name, for people. */
    public String position() {
        String name = VisibleText.oneLine(dataset.fileName(stop.image()));
        long toFix = stops.count(Route::isToFix);
        long toReview = stops.count(Route::isToReview);
        String text = stop.task().isEmpty() ? Messages.Header_image
            : toFix + toReview == 0 ? Messages.Header_task : Messages.Header_taskLeft;
        return NLS.bind(text, new Object[] {stops.indexOf(stop) + 1, stops.count(), name, toFix, toReview});
    }

    public void save(IMemento memento) {
        if (stop != null) {
            stop.save(memento);
        }
    }

    /** Goes where the last session ended, unless somebody asked for another place already. */
    public void restore(IMemento memento) {
        stop = stop == null ? Stop.restore(memento) : stop;
    }
}
