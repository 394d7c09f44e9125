package dev.errata.ui.selection;

import org.eclipse.core.expressions.PropertyTester;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Task;

/**
 * What a selected object is, for the enablement of commands; reads nothing. Properties: {@code annotation} (it is or has
 * one), {@code prediction}, {@code pair} (the model may have said something about the annotation), {@code taskState} with the
 * literal of the state as expected value.
 */
public final class LabelTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expected) {
        return switch (property) {
            case "annotation" -> hasAnnotation(receiver); //$NON-NLS-1$
            case "prediction" -> hasPrediction(receiver); //$NON-NLS-1$
            case "pair" -> receiver instanceof Annotation || hasAnnotation(receiver) && hasPrediction(receiver); //$NON-NLS-1$
            case "taskState" -> receiver instanceof Task task && task.getState().getLiteral().equals(expected); //$NON-NLS-1$
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
