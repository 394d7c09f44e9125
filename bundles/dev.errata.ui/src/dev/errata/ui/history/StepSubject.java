package dev.errata.ui.history;

import java.util.Optional;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Target;
import dev.errata.review.HistoryStep;
import dev.errata.review.Review;
import dev.errata.ui.selection.Mismatch;

/** What a step is about: the workbench's selection while its row is selected. */
final class StepSubject {

    private StepSubject() {
    }

    /** The label, the mismatch, the task or the batch; the image where that is gone, and nothing where it has none. */
    static ISelection of(OpenDataset dataset, HistoryStep step) {
        Optional<?> subject = switch (step.kind()) {
            case LABEL, VERDICT -> step.target().flatMap(target -> objects(dataset, step.image(), target));
            case BATCH -> Review.of(dataset).batch(step.batch());
            case DRAFT, TASK, COMMENT -> Review.of(dataset).task(step.task());
        };
        if (subject.isPresent()) {
            return new StructuredSelection(subject.get());
        }
        return step.image() < 0 ? StructuredSelection.EMPTY : new StructuredSelection(dataset.image(step.image()));
    }

    private static Optional<?> objects(OpenDataset dataset, int image, Target target) {
        Optional<Run> run = dataset.document().getRuns().stream()
            .filter(each -> target.getPrediction() >= 0 && each.getName().equals(target.getRun())).findFirst();
        return run.isPresent()
            ? run.map(known -> new Mismatch(dataset, known, image, target.getAnnotation(), target.getPrediction()))
            : dataset.annotation(image, target.getAnnotation());
    }
}
