package dev.errata.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

import org.eclipse.emf.common.util.EList;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Attribute;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Polygon;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * The images of a label target as objects, made when asked for and forgotten when nobody holds them. Changes are put into the
 * objects that somebody holds, so that views hear of them.
 */
public final class ImageRecords {

    private static final Detail NO_DETAIL = new Detail(List.of(), Map.of(), "");

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

        Held(ImageRecord image, ReferenceQueue<ImageRecord> queue) {
            super(image, queue);
            index = image.getIndex();
        }
    }

    /** The image, the same object as long as somebody holds it. */
    public synchronized ImageRecord get(int index) {
        dropForgotten();
        Held known = held.get(index);
        ImageRecord image = known == null ? null : known.get();
        if (image == null) {
            image = make(index);
            held.put(index, new Held(image, forgotten));
        }
        return image;
    }

    private void dropForgotten() {
        for (Held gone = (Held) forgotten.poll(); gone != null; gone = (Held) forgotten.poll()) {
            held.remove(gone.index, gone);
        }
    }

    private ImageRecord make(int index) {
        ImageEntry entry = target.dataset().imageEntry(index);
        ImageRecord image = ModelFactory.eINSTANCE.createImageRecord();
        image.setIndex(index);
        image.setFileName(entry.fileName());
        image.setOriginalId(entry.originalId());
        image.setWidth(entry.width());
        image.setHeight(entry.height());
        TargetLink.put(image, target);
        patch(image);
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
                patch(image);
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

    private void patch(ImageRecord image) {
        List<AnnotationState> wanted = states.apply(image.getIndex());
        EList<Annotation> annotations = image.getAnnotations();
        Set<Long> ids = new HashSet<>();
        wanted.forEach(state -> ids.add(state.id()));
        annotations.removeAll(annotations.stream().filter(annotation -> !ids.contains(annotation.getId())).toList());
        Map<Long, Annotation> present = new HashMap<>();
        annotations.forEach(annotation -> present.put(annotation.getId(), annotation));
        List<Annotation> added = new ArrayList<>();
        for (AnnotationState state : wanted) {
            Annotation annotation = present.get(state.id());
            if (annotation == null) {
                annotation = ModelFactory.eINSTANCE.createAnnotation();
                annotation.setId(state.id());
                added.add(annotation);
                present.put(state.id(), annotation);
            }
            patch(annotation, state);
        }
        annotations.addAll(added);
        for (int i = 0; i < wanted.size(); i++) {
            Annotation annotation = present.get(wanted.get(i).id());
            if (annotations.get(i) != annotation) {
                annotations.move(i, annotation);
            }
        }
    }

    private void patch(Annotation annotation, AnnotationState state) {
        set(annotation, state.box());
        if (annotation.isCrowd() != state.crowd()) {
            annotation.setCrowd(state.crowd());
        }
        var label = target.dataset().labelClass(state.label());
        if (annotation.getLabel() != label) {
            annotation.setLabel(label);
        }
        Detail detail = state.added() ? NO_DETAIL : detail(state);
        if (!Objects.equals(annotation.getUnknownFields(), detail.unknownFields())) {
            annotation.setUnknownFields(detail.unknownFields());
        }
        patchPolygons(annotation, state.polygons() == null ? detail.polygons() : state.polygons());
        Map<String, String> attributes = new LinkedHashMap<>(detail.attributes());
        attributes.putAll(state.attributes());
        attributes.values().removeIf(Objects::isNull);
        patchAttributes(annotation, attributes);
    }

    private static void set(Annotation annotation, double[] box) {
        if (annotation.getX() != box[0]) {
            annotation.setX(box[0]);
        }
        if (annotation.getY() != box[1]) {
            annotation.setY(box[1]);
        }
        if (annotation.getWidth() != box[2]) {
            annotation.setWidth(box[2]);
        }
        if (annotation.getHeight() != box[3]) {
            annotation.setHeight(box[3]);
        }
    }

    private Detail detail(AnnotationState state) {
        try {
            return target.dataset().details().read(state.position());
        } catch (IOException e) {
            throw new UncheckedIOException("The record of annotation " + state.id() + " cannot be read from the label file", e);
        }
    }

    private static void patchPolygons(Annotation annotation, List<double[]> wanted) {
        List<List<Double>> points = wanted.stream().map(ImageRecords::list).toList();
        if (!annotation.getPolygons().stream().map(Polygon::getPoints).toList().equals(points)) {
            annotation.getPolygons().clear();
            annotation.getPolygons().addAll(points.stream().map(ImageRecords::polygon).toList());
        }
    }

    private static List<Double> list(double[] points) {
        List<Double> list = new ArrayList<>(points.length);
        for (double point : points) {
            list.add(point);
        }
        return list;
    }

    private static Polygon polygon(List<Double> points) {
        Polygon polygon = ModelFactory.eINSTANCE.createPolygon();
        polygon.getPoints().addAll(points);
        return polygon;
    }

    private static void patchAttributes(Annotation annotation, Map<String, String> wanted) {
        EList<Attribute> attributes = annotation.getAttributes();
        attributes.removeAll(attributes.stream().filter(attribute -> !wanted.containsKey(attribute.getKey())).toList());
        Map<String, Attribute> present = new HashMap<>();
        attributes.forEach(attribute -> present.put(attribute.getKey(), attribute));
        wanted.forEach((key, value) -> {
            Attribute attribute = present.get(key);
            if (attribute == null) {
                attribute = ModelFactory.eINSTANCE.createAttribute();
                attribute.setKey(key);
                attribute.setValue(value);
                attributes.add(attribute);
            } else if (!Objects.equals(attribute.getValue(), value)) {
                attribute.setValue(value);
            }
        });
    }
}
