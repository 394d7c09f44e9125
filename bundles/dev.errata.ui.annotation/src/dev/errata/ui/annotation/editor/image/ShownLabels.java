package dev.errata.ui.annotation.editor.image;

import java.util.List;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;

/**
 * What an editor shows of an image.
 *
 * @param image null where nothing is shown yet
 * @param target where changes go
 * @param task null without one
 * @param state the task itself changes; this is what is shown of it, or null
 */
public record ShownLabels(ImageRecord image, LabelTarget target, Task task, TaskState state) {

    static final ShownLabels NOTHING = new ShownLabels(null, null, null, null);

    static ShownLabels of(LabelFeed.Delivery delivery) {
        Task task = delivery.task();
        return new ShownLabels(delivery.image(), delivery.target(), task, task == null ? null : task.getState());
    }

    boolean isNothing() {
        return image == null;
    }

    /** Whether labels may be changed: always outside of tasks. */
    boolean isOpen(boolean ofTask) {
        return !ofTask || state == TaskState.OPEN || state == TaskState.RETURNED;
    }

    /** What is selected while no label is. */
    public List<Object> whole() {
        return task != null ? List.of(task) : image != null ? List.of(image) : List.of();
    }

    /** What of it is of a type, or null. */
    public Object adapt(Class<?> type) {
        if (type == Task.class) {
            return task;
        }
        if (type == LabelTarget.class) {
            return target;
        }
        return type == ImageRecord.class ? image : null;
    }
}
