package dev.errata.ui.selection;

import org.eclipse.jface.viewers.IStructuredSelection;

/** A selection of labels and predictions, perhaps of millions, that tells what is among them without showing each. */
public interface LabelSelection extends IStructuredSelection {

    /** Whether one of them is or has an annotation. */
    boolean hasAnnotation();

    /** Whether one of them is or has a prediction. */
    boolean hasPrediction();

    /** Whether one of them has both. */
    boolean hasPair();
}
