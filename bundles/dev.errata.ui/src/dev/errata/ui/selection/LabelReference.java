package dev.errata.ui.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.objects.TargetLink;
import dev.errata.review.Review.Suspect;

/**
 * A selected label or prediction, or a pair of them, and where a change of it goes. Making one reads nothing; its objects
 * may be read from disk when they are asked for.
 */
public final class LabelReference {

    private final LabelTarget target;
    private final Mismatch mismatch;
    private final Annotation annotation;
    private final Prediction prediction;

    private LabelReference(LabelTarget target, Mismatch mismatch, Annotation annotation, Prediction prediction) {
        this.target = target;
        this.mismatch = mismatch;
        this.annotation = annotation;
        this.prediction = prediction;
    }

    /** What is selected of the first element's dataset or task, in the order of the selection. */
    public static List<LabelReference> of(ISelection selection) {
        List<LabelReference> references = new ArrayList<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                of(element).filter(r -> references.isEmpty() || references.get(0).target == r.target)
                    .ifPresent(references::add);
            }
        }
        return references;
    }

    private static Optional<LabelReference> of(Object element) {
        Mismatch mismatch = Adapters.adapt(element, Mismatch.class);
        if (mismatch != null) {
            return Optional.of(new LabelReference(mismatch.dataset(), mismatch, null, null));
        }
        Annotation annotation = Adapters.adapt(element, Annotation.class);
        Prediction prediction = annotation == null ? Adapters.adapt(element, Prediction.class) : null;
        ImageRecord image = annotation != null ? annotation.getImage() : prediction != null ? prediction.getImage() : null;
        return TargetLink.of(image).map(target -> new LabelReference(target, null, annotation, prediction));
    }

    public LabelTarget target() {
        return target;
    }

    public OpenDataset dataset() {
        return target.dataset();
    }

    public boolean hasAnnotation() {
        return annotation != null || mismatch != null && mismatch.annotation() >= 0;
    }

    public boolean hasPrediction() {
        return prediction != null || mismatch != null && mismatch.prediction() >= 0;
    }

    /** The annotation; null where there is none (any more). */
    public Annotation annotation() {
        return mismatch == null ? annotation : mismatch.annotationObject();
    }

    /** The prediction; for an annotation that was selected alone, the one that it is matched with; or null. */
    public Prediction prediction() {
        if (mismatch != null) {
            return mismatch.predictionObject();
        }
        return prediction != null ? prediction : MatchOfAnnotation.find(dataset(), annotation);
    }

    /** The same as a member of a batch or a verdict. */
    public Suspect suspect() {
        if (mismatch != null) {
            return new Suspect(mismatch.image(), mismatch.annotation(),
                mismatch.prediction() < 0 ? "" : mismatch.run().getName(), mismatch.prediction()); //$NON-NLS-1$
        }
        if (annotation != null) {
            return new Suspect(annotation.getImage().getIndex(), annotation.getId(), "", -1); //$NON-NLS-1$
        }
        return new Suspect(prediction.getImage().getIndex(), -1, prediction.getRun().getName(), prediction.getIndex());
    }
}
