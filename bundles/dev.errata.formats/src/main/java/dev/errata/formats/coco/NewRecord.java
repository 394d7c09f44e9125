package dev.errata.formats.coco;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/** Writes new annotations in the manner of one that the file has: the same order of fields, spaces and kinds of numbers. */
final class NewRecord {

    private static final List<String> REQUIRED = List.of("id", "image_id", "category_id", "bbox", "area", "iscrowd");

    private final RecordStyle style;
    private final Map<String, String> template;
    private final RawText raw;

    /** @param neighbour a record of the file, or null where it has none */
    NewRecord(String neighbour, RawText raw) {
        this.raw = raw;
        this.style = neighbour == null ? RecordStyle.SPACED : RecordStyle.of(neighbour);
        this.template = neighbour == null ? Map.of() : JsonSpans.of(neighbour, 0).stream()
            .collect(Collectors.toMap(Span::name, span -> span.value(neighbour), (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * The text of a record.
     *
     * @param image the id of its image as the file writes it
     * @param category the id of its class as the file writes it
     */
    String text(Added added, String image, String category) {
        Map<String, String> values = values(added, image, category);
        Set<String> order = new LinkedHashSet<>(template.keySet());
        order.retainAll(values.keySet());
        order.addAll(values.keySet());
        return order.stream().map(name -> style.field(name, values.get(name)))
            .collect(Collectors.joining(style.comma(), style.open(), style.close()));
    }

    private Map<String, String> values(Added added, String image, String category) {
        String id = Long.toString(added.id());
        String templateId = template.getOrDefault("id", "");
        String templateArea = template.getOrDefault("area", ".");
        String templateCrowd = template.getOrDefault("iscrowd", "0");
        boolean words = templateCrowd.equals("true") || templateCrowd.equals("false");
        double[] box = added.box();
        List<double[]> polygons = added.polygons() == null ? List.of() : added.polygons();
        double area = polygons.isEmpty() ? box[2] * box[3] : Outlines.area(polygons);
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : REQUIRED) {
            values.put(name, switch (name) {
                case "id" -> templateId.startsWith("\"") ? JsonText.quote(id) : id;
                case "image_id" -> image;
                case "category_id" -> category;
                case "bbox" -> style.array().numbers(box);
                case "area" -> Numbers.format(area, ArrayStyle.hasPoint(templateArea));
                default -> words ? Boolean.toString(added.crowd()) : added.crowd() ? "1" : "0";
            });
        }
        if (!polygons.isEmpty() || template.containsKey("segmentation")) {
            values.put("segmentation", style.polygons(template.getOrDefault("segmentation", ""), polygons));
        }
        if (added.attributes() != null && !added.attributes().isEmpty()) {
            RecordStyle inner = template.getOrDefault("attributes", "").startsWith("{")
                ? RecordStyle.of(template.get("attributes")) : new RecordStyle("{", style.colon(), ", ", "}", style.array());
            values.put("attributes", inner.attributes(added.attributes(), Map.of(), raw));
        }
        return values;
    }
}
