package dev.errata.ui.selection;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jface.viewers.IStructuredSelection;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Task;

/**
 * What a selected object is, or what is among selected objects, for the enablement of commands; reads nothing. Properties:
 * {@code annotation} (it is or has one), {@code prediction}, {@code pair} (the model may have said something about the
 * annotation), {@code task}, {@code taskState} with the literal of the state as expected value.
 */
public final class LabelTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expected) {
        return switch (receiver) {
            case LabelSelection labels -> isAmong(labels, property);
            case IStructuredSelection selection -> isAmong(selection, property, expected);
            case null -> false;
            default -> is(receiver, property, expected);
        };
    }

    /** Asked whenever another tile is selected, and there may be millions. */
    private static boolean isAmong(LabelSelection labels, String property) {
        return switch (property) {
            case "annotation" -> labels.hasAnnotation(); //$NON-NLS-1$
            case "prediction" -> labels.hasPrediction(); //$NON-NLS-1$
            case "pair" -> labels.hasPair(); //$NON-NLS-1$
            default -> false;
        };
    }

    private static boolean isAmong(IStructuredSelection selection, String property, Object expected) {
        for (Object selected : selection) {
            if (is(selected, property, expected)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Object object, String property, Object expected) {
        return switch (property) {
            case "annotation" -> hasAnnotation(object); //$NON-NLS-1$
            case "prediction" -> hasPrediction(object); //$NON-NLS-1$
            case "pair" -> object instanceof Annotation || hasAnnotation(object) && hasPrediction(object); //$NON-NLS-1$
            case "task" -> object instanceof Task; //$NON-NLS-1$
            case "taskState" -> object instanceof Task task && task.getState().getLiteral().equals(expected); //$NON-NLS-1$
            default -> false;
        };
    }

    private static boolean hasAnnotation(Object object) {
        return object instanceof Annotation || object instanceof Mismatch mismatch && mismatch.annotation() >= 0;
    }

    private static boolean hasPrediction(Object object) {
        return object instanceof Prediction || object instanceof Mismatch mismatch && mismatch.prediction() >= 0;
    }
}
