package dev.errata.ui.annotation.editor.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.fields.Colouring;
import dev.errata.ui.matching.ComparedRun;

/**
 * Follows the labels of one image: reads them in the background, and again whenever they, the task or the evaluation change.
 * Labels are only read under the dataset's lock, so no scene ever shows half of a change.
 */
public final class LabelFeed {

    private final OpenDataset dataset;
    private final int image;
    private final String taskId;
    private final Function<Task, SceneBuilder> builders;
    private final Consumer<Delivery> receiver;
    private final Display display;
    private final DatasetListener datasetListener = this::datasetChanged;
    private final Runnable coloursChosen = this::refresh;
    private final EContentAdapter watcher = new EContentAdapter() {
        @Override
        public void notifyChanged(Notification notification) {
            super.notifyChanged(notification);
            if (!notification.isTouch() && notification.getEventType() != Notification.REMOVING_ADAPTER) {
                changed();
            }
        }
    };
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Job reading = new Reading();
    private volatile boolean closed;
    /** Another program changed something that was not delivered yet. */
    private final AtomicBoolean others = new AtomicBoolean();
    private ImageRecord record;

    /**
     * @param taskId empty for an image that is opened without a task
     * @param builders makes the builder of scenes for the task, null without one; called in the background
     * @param receiver called on the UI thread
     */
    LabelFeed(OpenDataset dataset, int image, String taskId, Function<Task, SceneBuilder> builders,
        Consumer<Delivery> receiver, Display display) {
        this.dataset = dataset;
        this.image = image;
        this.taskId = taskId;
        this.builders = builders;
        this.receiver = receiver;
        this.display = display;
        dataset.addListener(datasetListener);
        Colouring.of(dataset).addListener(coloursChosen);
        reading.schedule();
    }

    /** Reads again, and tells when what was read then is delivered. */
    void refresh(Runnable delivered) {
        synchronized (afterwards) {
            afterwards.add(delivered);
        }
        reading.schedule();
    }

    void refresh() {
        reading.schedule();
    }

    private void datasetChanged(DatasetListener.DatasetEvent event) {
        if (event.evaluation() || event.images().contains(image) || event.review()) {
            changed();
        }
    }

    /** On the thread that made the change. */
    private void changed() {
        if (OpenDatasets.isChangeOfOthers()) {
            others.set(true);
        }
        reading.schedule();
    }

    void close() {
        closed = true;
        dataset.removeListener(datasetListener);
        Colouring.of(dataset).removeListener(coloursChosen);
        reading.cancel();
        Job release = Job.createSystem("Release image", monitor -> { //$NON-NLS-1$
            Lock lock = dataset.lock().readLock();
            lock.lock();
            try {
                watch(null);
            } finally {
                lock.unlock();
            }
        });
        release.schedule();
    }

    private synchronized void watch(ImageRecord next) {
        if (record == next) {
            return;
        }
        if (record != null) {
            record.eAdapters().remove(watcher);
        }
        record = next;
        if (record != null) {
            record.eAdapters().add(watcher);
        }
    }

    /**
     * What was read.
     *
     * @param image held as long as the feed is open
     * @param task null without one
     * @param request what the task asks to check, and for its review what was changed; empty without one
     * @param target where changes go
     * @param bands what the scene is coloured by; null for the classes
     * @param byOthers whether another program changed some of it
     * @param failure why there is nothing; null where there is
     */
    public record Delivery(ImageRecord image, Task task, String request, LabelTarget target, Scene scene, FieldBands bands,
        boolean byOthers, RuntimeException failure) {
    }

    /** Runs once for all the changes that came while it was waiting. */
    private final class Reading extends Job {

        Reading() {
            super("Read labels"); //$NON-NLS-1$
            setSystem(true);
            setPriority(Job.INTERACTIVE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            List<Runnable> then;
            synchronized (afterwards) {
                then = List.copyOf(afterwards);
                afterwards.clear();
            }
            Delivery delivery = read();
            if (!closed && !display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!closed) {
                        receiver.accept(delivery);
                        then.forEach(Runnable::run);
                    }
                });
            }
            return Status.OK_STATUS;
        }

        private Delivery read() {
            try {
                Run run = ComparedRun.of(dataset).orElse(null);
                FieldBands bands = Colouring.of(dataset).bands(run);
                Lock lock = dataset.lock().readLock();
                lock.lock();
                try {
                    return read(run, bands);
                } finally {
                    lock.unlock();
                }
            } catch (RuntimeException failure) {
                return new Delivery(null, null, "", null, Scene.EMPTY, null, false, failure); //$NON-NLS-1$
            }
        }

        private Delivery read(Run run, FieldBands bands) {
            boolean byOthers = others.getAndSet(false);
            Task task = taskId.isEmpty() ? null : Review.of(dataset).task(taskId).orElse(null);
            LabelTarget target = task == null ? dataset : Review.of(dataset).drafts(task);
            ImageRecord found = target.image(image);
            watch(closed ? null : found);
            String request = task == null ? "" : TaskText.of(task, dataset.image(image), found); //$NON-NLS-1$
            Scene scene = SceneVerdicts.judged(builders.apply(task).build(found), dataset, image);
            return new Delivery(found, task, request, target,
                bands == null ? scene : SceneTints.tinted(scene, bands, dataset, run, image), bands,
                byOthers, null);
        }
    }
}
