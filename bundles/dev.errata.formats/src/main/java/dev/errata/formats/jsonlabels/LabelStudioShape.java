package dev.errata.formats.jsonlabels;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/**
 * The shape of a region of Label Studio: numbers are percent of the image.
 *
 * @param region where the shape and its class stand: {@code value} of a result, or the result itself
 */
record LabelStudioShape(JsonNode region, String type, ImageEntry image) {

    private static final Set<String> KINDS = Set.of("rectanglelabels", "rectangle", "polygonlabels", "polygon",
        "ellipselabels", "ellipse", "labels");

    static LabelStudioShape of(JsonNode result, ImageEntry image) {
        JsonNode region = result.has("value") ? result.get("value") : result;
        return new LabelStudioShape(region, result.has("type") ? result.get("type").string() : labels(region), image);
    }

    private static String labels(JsonNode region) {
        return region.names().stream().filter(name -> name.endsWith("labels") && region.get(name).isArray()).findFirst()
            .orElse("");
    }

    /** Whether there is a box around the region; labels of texts have none. */
    boolean isKnown() {
        return KINDS.contains(type) && (!type.equals("labels") || region.has("x") || region.has("points"));
    }

    boolean isTurned() {
        return region.get("rotation").isTrue();
    }

    /** How many classes the region has. */
    int labelCount() {
        return region.get(labels(region)).items().size();
    }

    /** The class, or the first of several; null where there is none. */
    String label() {
        List<JsonNode> labels = region.get(labels(region)).items();
        return labels.isEmpty() || !labels.getFirst().isString() ? null : labels.getFirst().string();
    }

    private double width() {
        return JsonLabels.width(image);
    }

    private double height() {
        return JsonLabels.height(image);
    }

    /** The corners of an outline in pixels; none of another shape. */
    double[] points() {
        List<JsonNode> points = region.get("points").items();
        double[] values = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            List<JsonNode> point = points.get(i).items();
            values[2 * i] = point.size() < 2 ? Double.NaN : point.get(0).number() / 100 * width();
            values[2 * i + 1] = point.size() < 2 ? Double.NaN : point.get(1).number() / 100 * height();
        }
        return values;
    }

    /** The upright box around the shape in pixels; null where it has none. */
    double[] box() {
        if (region.get("points").isArray()) {
            double[] points = points();
            return points.length < 6 || !Outlines.finite(points) ? null : Outlines.bounds(List.of(points));
        }
        double x = region.get("x").number() / 100 * width();
        double y = region.get("y").number() / 100 * height();
        if (region.has("radiusX")) {
            double radiusX = region.get("radiusX").number() / 100 * width();
            double radiusY = region.get("radiusY").number() / 100 * height();
            return new double[] {x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY};
        }
        double[] box = {x, y, region.get("width").number() / 100 * width(), region.get("height").number() / 100 * height()};
        double turn = region.get("rotation").number();
        if (Double.isNaN(turn) || turn == 0) {
            return box;
        }
        double[] corners = Outlines.turned(box, turn, x, y);
        return Outlines.finite(corners) ? Outlines.bounds(List.of(corners)) : null;
    }

    /** Changes the class of the region. */
    void setLabel(JsonEdit json, String rawName) {
        json.replace(region.get(labels(region)).items().getFirst(), rawName);
    }

    /** Changes the outline or the box of the region. */
    void setShape(JsonEdit json, Changed edit) {
        List<double[]> polygons = JsonLabels.polygons(edit);
        double[] points = points();
        double[] box = edit.box();
        if (points.length > 0 && (!polygons.isEmpty() || box != null)) {
            double[] wanted = polygons.isEmpty() ? Outlines.moved(points, box(), box) : polygons.getFirst();
            if (!Arrays.equals(points, wanted)) {
                json.set(region, "points", Outlines.pairs(percent(wanted, image)));
            }
        } else if (box != null && region.has("radiusX")) {
            json.number(region, "x", (box[0] + box[2] / 2) / width() * 100);
            json.number(region, "y", (box[1] + box[3] / 2) / height() * 100);
            json.number(region, "radiusX", box[2] / 2 / width() * 100);
            json.number(region, "radiusY", box[3] / 2 / height() * 100);
        } else if (box != null) {
            setBox(json, box);
        }
    }

    private void setBox(JsonEdit json, double[] box) {
        String[] names = {"x", "y", "width", "height"};
        double[] old = box();
        for (int i = 0; i < 4; i++) {
            if (isTurned() || old[i] != box[i]) {
                json.number(region, names[i], box[i] / (i % 2 == 0 ? width() : height()) * 100);
            }
        }
        if (isTurned()) {
            json.number(region, "rotation", 0);
        }
    }

    private static double[] percent(double[] points, ImageEntry image) {
        double[] values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            values[i] = points[i] / (i % 2 == 0 ? JsonLabels.width(image) : JsonLabels.height(image)) * 100;
        }
        return values;
    }

    /** The kind of a new region. */
    static String kind(List<double[]> polygons) {
        return polygons.size() == 1 && polygons.getFirst().length >= 6 ? "polygonlabels" : "rectanglelabels";
    }

    /** The fields of a new region: its shape and its class. */
    static String fields(String label, double[] box, List<double[]> polygons, ImageEntry image) {
        double[] sides = percent(box, image);
        String kind = kind(polygons);
        String shape = kind.startsWith("polygon") ? "\"points\": " + Outlines.pairs(percent(polygons.getFirst(), image))
            : "\"x\": " + Numbers.format(sides[0], true) + ", \"y\": " + Numbers.format(sides[1], true) + ", \"width\": "
                + Numbers.format(sides[2], true) + ", \"height\": " + Numbers.format(sides[3], true) + ", \"rotation\": 0";
        return shape + ", \"" + kind + "\": [" + JsonText.quote(label) + "]";
    }
}
