package dev.errata.ui.annotation.editor.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.ui.IMemento;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;

/** What an editor goes through: the tasks of a batch, or the images of a dataset. */
public interface Stops {

    /**
     * One image to look at.
     *
     * @param image index of the image
     * @param task id of the task; empty where there is none
     */
    record Stop(int image, String task) {

        private static final String IMAGE = "image"; //$NON-NLS-1$
        private static final String TASK = "task"; //$NON-NLS-1$

        /** For the next session. */
        void save(IMemento memento) {
            memento.putInteger(IMAGE, image);
            memento.putString(TASK, task);
        }

        /** The stop of the last session; null where none was saved. */
        static Stop restore(IMemento memento) {
            Integer at = memento.getInteger(IMAGE);
            String of = memento.getString(TASK);
            return at == null || of == null ? null : new Stop(at, of);
        }
    }

    int count();

    Stop at(int index);

    /** The position of a stop, or -1. */
    int indexOf(Stop stop);

    /** How many stops have a task in one of the states. */
    long count(Predicate<TaskState> state);

    /** The next stop behind a position whose task is in one of the states, from the start again at the end; empty if none is. */
    Optional<Stop> nextWith(int index, Predicate<TaskState> state);

    /** All images of a dataset. */
    record Images(OpenDataset dataset) implements Stops {

        @Override
        public int count() {
            return dataset.imageCount();
        }

        @Override
        public Stop at(int index) {
            return new Stop(index, ""); //$NON-NLS-1$
        }

        @Override
        public int indexOf(Stop stop) {
            return stop.image() >= 0 && stop.image() < count() ? stop.image() : -1;
        }

        @Override
        public long count(Predicate<TaskState> state) {
            return 0;
        }

        @Override
        public Optional<Stop> nextWith(int index, Predicate<TaskState> state) {
            return Optional.empty();
        }
    }

    /** The tasks of a batch as they are now: the journals may bring others at any moment. */
    record Tasks(OpenDataset dataset, String batchId) implements Stops {

        Optional<Batch> batch() {
            return Review.of(dataset).batches().stream().filter(batch -> batch.getId().equals(batchId)).findFirst();
        }

        private List<Task> tasks() {
            return batch().map(batch -> List.copyOf(batch.getTasks())).orElse(List.of());
        }

        @Override
        public int count() {
            return tasks().size();
        }

        @Override
        public Stop at(int index) {
            return stop(tasks().get(index));
        }

        private static Stop stop(Task task) {
            return new Stop(task.getImageIndex(), task.getId());
        }

        @Override
        public int indexOf(Stop stop) {
            List<Task> tasks = tasks();
            for (int i = 0; i < tasks.size(); i++) {
                if (tasks.get(i).getId().equals(stop.task())) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public long count(Predicate<TaskState> state) {
            return tasks().stream().map(Task::getState).filter(state).count();
        }

        @Override
        public Optional<Stop> nextWith(int index, Predicate<TaskState> state) {
            List<Task> tasks = tasks();
            for (int step = 1; step < tasks.size(); step++) {
                Task task = tasks.get((index + step) % tasks.size());
                if (state.test(task.getState())) {
                    return Optional.of(stop(task));
                }
            }
            return Optional.empty();
        }
    }
}
