package dev.errata.ui.annotation.editor.image;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;

/** Says in words what a task is about and where it stands. */
public final class TaskText {

    private TaskText() {
    }

    /** The state of a task. */
    public static String name(TaskState state) {
        return switch (state) {
            case OPEN -> Messages.Header_stateOpen;
            case SUBMITTED -> Messages.Header_stateSubmitted;
            case ACCEPTED -> Messages.Header_stateAccepted;
            case RETURNED -> Messages.Header_stateReturned;
        };
    }

    /**
     * What is to be done about a task: what is to be checked, and for the review what was changed; empty for an accepted one.
     *
     * @param now with the labels that the dataset has
     * @param proposed with those that the task proposes
     */
    static String of(Task task, ImageRecord now, ImageRecord proposed) {
        return switch (task.getState()) {
            case OPEN, RETURNED -> request(task, now);
            case SUBMITTED -> NLS.bind(Messages.Header_reviewed, ProposalText.of(now, proposed), request(task, now)).strip();
            case ACCEPTED -> ""; //$NON-NLS-1$
        };
    }

    /**
     * What is to be checked.
     *
     * @param image with the labels that the dataset has, not those that the task proposes
     */
    private static String request(Task task, ImageRecord image) {
        List<String> parts = new ArrayList<>();
        for (Target target : task.getTargets()) {
            String label = image.getAnnotations().stream().filter(a -> a.getId() == target.getAnnotation()).findFirst()
                .map(Annotation::getLabel).map(TaskText::name).orElse(null);
            Prediction prediction = image.getPredictions().stream()
                .filter(p -> p.getIndex() == target.getPrediction() && p.getRun().getName().equals(target.getRun()))
                .findFirst().orElse(null);
            if (label != null && prediction != null) {
                parts.add(NLS.bind(Messages.Header_checkPair,
                    new Object[] {label, name(prediction.getLabel()), percent(prediction)}));
            } else if (label != null) {
                parts.add(NLS.bind(Messages.Header_checkMissed, label));
            } else if (prediction != null) {
                parts.add(NLS.bind(Messages.Header_checkSpurious, name(prediction.getLabel()), percent(prediction)));
            }
        }
        return parts.isEmpty() ? "" : NLS.bind(Messages.Header_check, String.join("; ", parts)); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private static String name(LabelClass label) {
        return VisibleText.oneLine(label.getName());
    }

    private static long percent(Prediction prediction) {
        return Math.round(prediction.getConfidence() * 100);
    }
}
