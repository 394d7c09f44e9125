package dev.errata.ui.selection;

import org.eclipse.core.runtime.PlatformObject;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;

/**
 * A tile of the mismatch grid, as the workbench's selection: an annotation and a prediction, or one of them. Adapts to
 * {@link OpenDataset}, {@link Run}, {@link ImageRecord}, {@link Annotation} and {@link Prediction}.
 */
public final class Mismatch extends PlatformObject {

    private final OpenDataset dataset;
    private final Run run;
    private final int image;
    private final long annotation;
    private final int prediction;

    /**
     * @param image index of the image
     * @param annotation id of the annotation, or -1
     * @param prediction position of the prediction in its results file, or -1
     */
    public Mismatch(OpenDataset dataset, Run run, int image, long annotation, int prediction) {
        this.dataset = dataset;
        this.run = run;
        this.image = image;
        this.annotation = annotation;
        this.prediction = prediction;
    }

    public OpenDataset dataset() {
        return dataset;
    }

    public Run run() {
        return run;
    }

    public int image() {
        return image;
    }

    public long annotation() {
        return annotation;
    }

    public int prediction() {
        return prediction;
    }

    /** The annotation as an object; null where there is none (any more). */
    public Annotation annotationObject() {
        return annotation < 0 ? null : dataset.annotation(image, annotation).orElse(null);
    }

    /** The prediction as an object; null where there is none. */
    public Prediction predictionObject() {
        if (prediction < 0) {
            return null;
        }
        return dataset.image(image).getPredictions().stream()
            .filter(p -> p.getRun() == run && p.getIndex() == prediction).findFirst().orElse(null);
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        Object adapter = null;
        if (type == OpenDataset.class) {
            adapter = dataset;
        } else if (type == Run.class) {
            adapter = run;
        } else if (type == ImageRecord.class) {
            adapter = dataset.image(image);
        } else if (type == Annotation.class) {
            adapter = annotationObject();
        } else if (type == Prediction.class) {
            adapter = predictionObject();
        }
        return adapter != null ? type.cast(adapter) : super.getAdapter(type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mismatch mismatch && mismatch.dataset == dataset && mismatch.run == run
            && mismatch.image == image && mismatch.annotation == annotation && mismatch.prediction == prediction;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * image + Long.hashCode(annotation)) + prediction;
    }
}
