package dev.errata.dataset.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.util.EList;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Attribute;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Polygon;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.io.FileFaults;

/**
 * The annotations of one image as objects. Only what is different is set, so that views hear of changes and nothing else. The
 * details of the label file are looked up once; masks have outlines, too, and stay masks until those are changed.
 */
final class AnnotationObjects {

    private static final Detail NO_DETAIL = new Detail(List.of(), Map.of(), "");

    private final OpenDataset dataset;
    private final Map<Integer, Detail> details = new HashMap<>();

    AnnotationObjects(OpenDataset dataset) {
        this.dataset = dataset;
    }

    /** @param wanted the annotations that the image has now, in their order */
    void patch(ImageRecord image, List<AnnotationState> wanted) {
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
        var label = dataset.labelClass(state.label());
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
        return details.computeIfAbsent(state.position(), position -> {
            try {
                Detail read = dataset.details().read(position);
                return new Detail(read.outlines(), read.attributes(), read.unknownFields());
            } catch (IOException e) {
                throw new UncheckedIOException(
                    "The record of annotation " + state.id() + " cannot be read from the label file: " + FileFaults.told(e), e);
            }
        });
    }

    private static void patchPolygons(Annotation annotation, List<double[]> wanted) {
        List<List<Double>> points = wanted.stream().map(AnnotationObjects::list).toList();
        if (!annotation.getPolygons().stream().map(Polygon::getPoints).toList().equals(points)) {
            annotation.getPolygons().clear();
            annotation.getPolygons().addAll(points.stream().map(AnnotationObjects::polygon).toList());
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
