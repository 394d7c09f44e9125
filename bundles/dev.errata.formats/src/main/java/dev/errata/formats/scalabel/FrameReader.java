package dev.errata.formats.scalabel;

import java.util.Set;

import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.text.RunLengths;

/**
 * Reads the labels of one frame.
 *
 * @param commonSize the size of frames that state none
 */
record FrameReader(Records into, int file, JsonNode commonSize) {

    private static final Set<String> KNOWN = Set.of("name", "url", "size", "labels", "attributes");

    void read(JsonNode frame) {
        String name = frame.get("name").isString() ? frame.get("name").string() : frame.get("url").string();
        String video = frame.get("videoName").string();
        if (!frame.isObject() || name.isEmpty()) {
            into.note("scalabel.frame.name", into.here(), "The frame has no name; it was left out.");
            return;
        }
        JsonNode size = frame.get("size").isObject() ? frame.get("size") : commonSize;
        String fileName = name.contains("://") ? PathNames.base(name) : name;
        String key = video.isEmpty() ? name : video + "/" + name;
        if (into.hasImage(key)) {
            into.note("image.name.duplicate", into.here(), "Two frames have the name " + key
                + "; their labels were imported as those of one image.");
        }
        int image = into.image(fileName, key, side(size, "width"), side(size, "height"));
        into.imageFields(image, frame, KNOWN);
        into.imageFields(image, frame.get("attributes"), Set.of());
        JsonNode labels = frame.get("labels");
        if (labels.isArray()) {
            into.anchor(image, new Anchor(file, labels.begin() + 1L, 0, "", ""));
        } else if (frame.has("labels")) {
            into.anchor(image, new Anchor(file, labels.begin(), labels.end() - labels.begin(), "[", "]"));
        } else {
            into.anchor(image, new Anchor(file, frame.end() - 1L, 0, ", \"labels\": [", "]"));
        }
        for (JsonNode label : labels.items()) {
            label(label, image);
        }
    }

    private static int side(JsonNode size, String side) {
        double value = size.get(side).number();
        return value > 0 && value < Integer.MAX_VALUE ? (int) value : 0;
    }

    private void label(JsonNode label, int image) {
        int position = into.record(file, label.begin(), label.end());
        Row row = new Row();
        row.image = image;
        row.id = label.get("id").string();
        row.score = label.get("score").number();
        row.crowd = label.get("attributes").get("crowd").isTrue();
        String record = row.id.isEmpty() ? "label " + position : row.id;
        if (!label.get("category").isString()) {
            into.quarantine(position, "scalabel.category", 0, 0, record, "", "The label has no category.");
            return;
        }
        double[] box = box(label);
        if (box == null) {
            into.quarantine(position, "scalabel.box2d", 0, 0, record, label.get("box2d").isNull() ? "" : "box2d",
                "The label has no box2d of four numbers, and no outline that gives one.");
            return;
        }
        row.label = into.label(label.get("category").string());
        row.setBox(box);
        into.add(position, row);
    }

    private static double[] box(JsonNode label) {
        JsonNode box = label.get("box2d");
        if (box.isObject()) {
            double[] corners = {box.get("x1").number(), box.get("y1").number(), box.get("x2").number(),
                box.get("y2").number()};
            return Double.isFinite(corners[0] + corners[1] + corners[2] + corners[3])
                ? new double[] {corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1]} : null;
        }
        double[] bounds = Outlines.bounds(ScalabelText.polygons(label));
        JsonNode mask = label.get("rle");
        if (bounds == null && mask.get("counts").isString() && mask.get("size").items().size() == 2
            && mask.get("size").items().getFirst().number() >= 1) {
            return RunLengths.bounds(RunLengths.decode(mask.get("counts").string()),
                (int) mask.get("size").items().getFirst().number());
        }
        return bounds;
    }
}
