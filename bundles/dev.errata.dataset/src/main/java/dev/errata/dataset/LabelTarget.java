package dev.errata.dataset;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.ImageRecord;

/** Where changes of labels go: the dataset itself, or the drafts of a task. */
public interface LabelTarget {

    OpenDataset dataset();

    /** The image with its annotations as this target sees them; the same object as long as somebody holds it. */
    ImageRecord image(int index);

    /** A label of an image as this target sees it; empty where there is none (any more). */
    default Optional<Annotation> annotation(int image, long id) {
        return image(image).getAnnotations().stream().filter(annotation -> annotation.getId() == id).findFirst();
    }

    /**
     * A command that makes changes, durably, when it is executed on {@link OpenDataset#commandStack}.
     *
     * @param label names the command in the Edit menu, for example "Relabel 3 Annotations"
     * @param changes without id, lamport, author and base: execution fills them in
     */
    Command command(String label, List<Change> changes);
}
