package dev.errata.dataset.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.errata.dataset.journal.JournalChange;

/**
 * An annotation as the columns and the journal have it.
 *
 * @param id its id
 * @param position its place in the label file; annotations that were added stand behind
 * @param added whether it is not in the label file
 * @param box x, y, width, height in pixels
 * @param area square pixels
 * @param polygons closed outlines, or null: as in the label file
 * @param attributes what is different from the label file; null values are attributes taken away
 */
public record AnnotationState(long id, int position, boolean added, int label, double[] box, double area, boolean crowd,
    List<double[]> polygons, Map<String, String> attributes) {

    /** An annotation that was added, as its addition describes it. */
    static AnnotationState of(JournalChange addition, int position) {
        Map<?, ?> content = (Map<?, ?>) addition.newValue();
        double[] box = Fields.numbers(content.get(Fields.BOX));
        List<double[]> polygons = content.containsKey(Fields.POLYGONS)
            ? Fields.polygons(content.get(Fields.POLYGONS))
            : List.of();
        Map<String, String> attributes = new LinkedHashMap<>();
        if (content.get(Fields.ATTRIBUTES) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> attributes.put((String) key, (String) value));
        }
        return new AnnotationState(addition.annotation(), position, true, ((Number) content.get(Fields.LABEL)).intValue(), box,
            area(box, polygons), Boolean.TRUE.equals(content.get(Fields.CROWD)), polygons, attributes);
    }

    /** With what the journal says of it. */
    AnnotationState with(ItemState item) {
        int newLabel = ((Number) item.value(Fields.LABEL, (long) label)).intValue();
        boolean newCrowd = (Boolean) item.value(Fields.CROWD, crowd);
        FieldHistory boxes = item.field(Fields.BOX);
        FieldHistory outlines = item.field(Fields.POLYGONS);
        double[] newBox = boxes == null ? box : Fields.numbers(boxes.value());
        List<double[]> newPolygons = outlines == null ? polygons : Fields.polygons(outlines.value());
        boolean reshaped = boxes != null && boxes.modified() || outlines != null && outlines.modified();
        Map<String, String> newAttributes = new LinkedHashMap<>(attributes);
        item.fields().forEach((field, history) -> {
            if (field.startsWith(Fields.ATTRIBUTE)) {
                newAttributes.put(field.substring(Fields.ATTRIBUTE.length()), (String) history.value());
            }
        });
        return new AnnotationState(id, position, added, newLabel, newBox, reshaped ? area(newBox, newPolygons) : area, newCrowd,
            newPolygons, newAttributes);
    }

    private static double area(double[] box, List<double[]> polygons) {
        return polygons == null || polygons.isEmpty() ? box[2] * box[3] : Fields.area(polygons);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, position);
    }
}
