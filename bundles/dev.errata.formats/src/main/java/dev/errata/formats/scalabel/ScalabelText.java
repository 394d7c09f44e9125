package dev.errata.formats.scalabel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/** The text of labels of Scalabel. */
final class ScalabelText {

    private ScalabelText() {
    }

    /** The outlines of a label. */
    static List<double[]> polygons(JsonNode label) {
        List<double[]> polygons = new ArrayList<>();
        for (JsonNode outline : label.get("poly2d").items()) {
            List<JsonNode> vertices = outline.get("vertices").items();
            double[] points = new double[2 * vertices.size()];
            for (int i = 0; i < vertices.size(); i++) {
                List<JsonNode> vertex = vertices.get(i).items();
                points[2 * i] = vertex.isEmpty() ? Double.NaN : vertex.getFirst().number();
                points[2 * i + 1] = vertex.size() < 2 ? Double.NaN : vertex.get(1).number();
            }
            if (points.length > 0 && Outlines.finite(points)) {
                polygons.add(points);
            }
        }
        return polygons;
    }

    /** The corners of a box. */
    static String box(double[] box) {
        return "{\"x1\": " + Numbers.format(box[0], true) + ", \"y1\": " + Numbers.format(box[1], true) + ", \"x2\": "
            + Numbers.format(EditNumbers.far(box[0], box[2]), true) + ", \"y2\": "
            + Numbers.format(EditNumbers.far(box[1], box[3]), true) + "}";
    }

    /** Outlines as closed polygons. */
    static String polygons(List<double[]> polygons) {
        StringBuilder text = new StringBuilder("[");
        for (double[] points : polygons) {
            text.append(text.length() == 1 ? "" : ", ").append("{\"vertices\": ").append(Outlines.pairs(points))
                .append(", \"types\": \"").append("L".repeat(points.length / 2)).append("\", \"closed\": true}");
        }
        return text.append(']').toString();
    }

    /** A whole label. */
    static String label(String id, String category, double[] box, List<double[]> polygons,
        Map<String, String> attributes, boolean crowd, String otherFields, String score) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        if (crowd) {
            all.put("crowd", "true");
        }
        StringBuilder text = new StringBuilder("{\"id\": ").append(JsonText.quote(id)).append(", \"category\": ")
            .append(JsonText.quote(category)).append(", \"attributes\": {");
        boolean first = true;
        for (Map.Entry<String, String> attribute : all.entrySet()) {
            text.append(first ? "" : ", ").append(JsonText.quote(attribute.getKey())).append(": ")
                .append(JsonEdit.value(attribute.getValue(), false));
            first = false;
        }
        text.append("}, \"box2d\": ").append(box(box));
        if (!polygons.isEmpty()) {
            text.append(", \"poly2d\": ").append(polygons(polygons));
        }
        return text.append(Outlines.appended(otherFields, Set.of("id", "category", "attributes", "box2d", "poly2d")))
            .append(score).append('}').toString();
    }
}
