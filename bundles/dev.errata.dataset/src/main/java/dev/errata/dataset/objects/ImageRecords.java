package dev.errata.dataset.objects;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * The images of a label target as objects, made when asked for and forgotten when nobody holds them. Changes are put into the
 * objects that somebody holds, so that views hear of them.
 */
public final class ImageRecords {

    private final LabelTarget target;
    private final IntFunction<List<AnnotationState>> states;
    private final Map<Integer, Held> held = new HashMap<>();
    private final ReferenceQueue<ImageRecord> forgotten = new ReferenceQueue<>();

    /** @param states gives the annotations of an image as the target sees them, in a consistent state */
    public ImageRecords(LabelTarget target, IntFunction<List<AnnotationState>> states) {
        this.target = target;
        this.states = states;
    }

    private static final class Held extends WeakReference<ImageRecord> {

        private final int index;
        private final AnnotationObjects annotations;

        Held(ImageRecord image, AnnotationObjects annotations, ReferenceQueue<ImageRecord> queue) {
            super(image, queue);
            this.index = image.getIndex();
            this.annotations = annotations;
        }
    }

    /** The image, the same object as long as somebody holds it. */
    public synchronized ImageRecord get(int index) {
        dropForgotten();
        Held known = held.get(index);
        ImageRecord image = known == null ? null : known.get();
        if (image == null) {
            AnnotationObjects annotations = new AnnotationObjects(target.dataset());
            image = make(index, annotations);
            held.put(index, new Held(image, annotations, forgotten));
        }
        return image;
    }

    private void dropForgotten() {
        for (Held gone = (Held) forgotten.poll(); gone != null; gone = (Held) forgotten.poll()) {
            held.remove(gone.index, gone);
        }
    }

    private ImageRecord make(int index, AnnotationObjects annotations) {
        ImageEntry entry = target.dataset().imageEntry(index);
        ImageRecord image = ModelFactory.eINSTANCE.createImageRecord();
        image.setIndex(index);
        image.setFileName(entry.fileName());
        image.setOriginalId(entry.originalId());
        image.setWidth(entry.width());
        image.setHeight(entry.height());
        TargetLink.put(image, target);
        annotations.patch(image, states.apply(index));
        for (Run run : target.dataset().document().getRuns()) {
            addPredictions(image, run);
        }
        return image;
    }

    private void addPredictions(ImageRecord image, Run run) {
        PredictionColumns columns = target.dataset().predictions(run);
        List<Prediction> predictions = new ArrayList<>();
        for (int row = columns.begin(image.getIndex()); row < columns.end(image.getIndex()); row++) {
            Prediction prediction = ModelFactory.eINSTANCE.createPrediction();
            prediction.setIndex(columns.position(row));
            prediction.setX(columns.x(row));
            prediction.setY(columns.y(row));
            prediction.setWidth(columns.width(row));
            prediction.setHeight(columns.height(row));
            prediction.setConfidence(columns.confidence(row));
            prediction.setLabel(target.dataset().labelClass(columns.label(row)));
            prediction.setRun(run);
            predictions.add(prediction);
        }
        image.getPredictions().addAll(predictions);
    }

    /** Puts the present state of images into the objects that somebody holds. */
    public synchronized void changed(Collection<Integer> images) {
        dropForgotten();
        for (int index : images) {
            Held known = held.get(index);
            ImageRecord image = known == null ? null : known.get();
            if (image != null) {
                known.annotations.patch(image, states.apply(index));
            }
        }
    }

    /** Puts the predictions of a new run into the objects that somebody holds. */
    public synchronized void runAdded(Run run) {
        dropForgotten();
        for (Held known : held.values()) {
            ImageRecord image = known.get();
            if (image != null) {
                addPredictions(image, run);
            }
        }
    }
}
