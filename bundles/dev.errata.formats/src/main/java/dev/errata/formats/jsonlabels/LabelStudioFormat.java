package dev.errata.formats.jsonlabels;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.io.JsonHead;
import dev.errata.formats.io.JsonNode;
import dev.errata.formats.io.JsonText;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.Numbers;
import dev.errata.formats.io.Pictures;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.records.Records.Row;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;

/**
 * Label Studio JSON: tasks with annotations and predictions; boxes and outlines are percent of the image
 * (https://labelstud.io/guide/task_format). Of several annotations of a task the first that was not cancelled counts.
 */
public final class LabelStudioFormat extends JsonLabels {

    private static final List<String> PICTURE_FIELDS = List.of("image", "img", "photo", "url", "captioning", "ocr");
    private static final Set<String> PICTURES = Set.copyOf(PICTURE_FIELDS);
    private static final Set<String> TASK = Set.of("data", "annotations", "predictions", "completions", "drafts");
    private static final Set<String> SET = Set.of("id", "result", "completed_by", "task", "prediction", "unique_id", "project");
    private static final Set<String> SHAPES = Set.of("rectanglelabels", "rectangle", "polygonlabels", "polygon",
        "ellipselabels", "ellipse");

    public LabelStudioFormat() {
        super("labelstudio");
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.ANNOTATION_IDS, Holds.IMAGE_SIZES, Holds.NEGATIVES,
            Holds.PREDICTIONS, Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        return json.firstElementHas("data") && (json.firstElementHas("annotations") || json.firstElementHas("predictions")
            || json.firstElementHas("completions"));
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public boolean countsInFractions() {
        return true;
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : files(source.tree(), List.of("json"));
        source.begin(files, 1);
        for (String file : files) {
            int fileIndex = into.file(file, source.place(file));
            String prefix = files.size() == 1 ? "" : file + " ";
            int[] index = {0};
            source.elements(file, DOCUMENT, (field, task) -> {
                into.element(task);
                task(JsonNode.of(task.raw()), prefix, index[0]++, source, into, fileIndex);
                return true;
            });
        }
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return anyOf(tree, List.of("json"));
    }

    private void task(JsonNode task, String prefix, int index, Source source, Records into, int file) throws IOException {
        String path = picture(task.get("data"));
        JsonNode set = resultSet(task, into.predictions());
        String name = path.isEmpty() ? "task-" + index : Pictures.base(path.replaceFirst("[?].*$", ""));
        int[] size = size(task, set);
        if (size[0] == 0) {
            Optional<Pictures.Picture> found = source.pictures().named(name);
            size = new int[] {found.map(Pictures.Picture::width).orElse(0), found.map(Pictures.Picture::height).orElse(0)};
        }
        String key = prefix + (task.has("id") ? "task " + task.get("id").string() : "task at " + index);
        int image = into.image(name, into.predictions() ? name : key, size[0], size[1]);
        into.imageFields(image, task, TASK);
        into.imageFields(image, task.get("data"), PICTURES);
        if (set == null) {
            return;
        }
        long others = sets(task, into.predictions()).stream().filter(other -> !other.get("was_cancelled").isTrue()).count() - 1;
        if (others > 0) {
            into.note("labelstudio.sets", name, "The task has " + others + " more sets of " + (into.predictions() ? "predictions"
                : "annotations") + "; only the first was read.");
        }
        JsonNode annotator = set.get("completed_by");
        into.imageField(image, "annotator", (annotator.isObject() ? annotator.get("email") : annotator).string());
        into.imageFields(image, set, SET);
        anchor(into, file, image, set, "result");
        for (JsonNode result : set.get("result").items()) {
            if (!SHAPES.contains(result.get("type").string())) {
                into.quarantine(into.record(file, result.begin(), result.end()), "labelstudio.unsupported", 0, 0,
                    result.get("id").string(), result.get("type").string(), "Only boxes, outlines and ellipses are read.");
                continue;
            }
            Row row = new Row();
            row.image = image;
            row.id = result.get("id").string();
            row.score = result.has("score") ? result.get("score").number() : set.get("score").number();
            int position = into.record(file, result.begin(), result.end());
            if (result.get("value").get("rotation").isTrue()) {
                into.warn(position, "labelstudio.rotation", 0, 0, row.id, result.get("value").get("rotation").raw(),
                    "The box is turned; the upright box around it was imported.");
            }
            add(into, position, row, label(result.get("value")), box(result, into.imageEntry(image)));
        }
    }

    private static String picture(JsonNode data) {
        for (String field : PICTURE_FIELDS) {
            if (data.get(field).isString()) {
                return data.get(field).string();
            }
        }
        return data.names().stream().map(name -> data.get(UTF_8.encode(name))).filter(JsonNode::isString).map(JsonNode::string)
            .filter(LabelTree::isPicture).findFirst().orElse("");
    }

    private static List<JsonNode> sets(JsonNode task, boolean predictions) {
        return predictions ? task.get("predictions").items()
            : task.has("annotations") ? task.get("annotations").items() : task.get("completions").items();
    }

    private static JsonNode resultSet(JsonNode task, boolean predictions) {
        return sets(task, predictions).stream().filter(set -> set.isObject() && !set.get("was_cancelled").isTrue()).findFirst()
            .orElse(null);
    }

    private static int[] size(JsonNode task, JsonNode set) {
        if (set != null) {
            for (JsonNode result : set.get("result").items()) {
                if (side(result.get("original_width")) > 0) {
                    return new int[] {side(result.get("original_width")), side(result.get("original_height"))};
                }
            }
        }
        return new int[] {side(task.get("data").get("width")), side(task.get("data").get("height"))};
    }

    private static String field(JsonNode value) {
        return value.names().stream().filter(name -> name.endsWith("labels") && value.get(name).isArray()).findFirst().orElse("");
    }

    private static String label(JsonNode value) {
        List<JsonNode> labels = value.get(field(value)).items();
        return labels.isEmpty() || !labels.getFirst().isString() ? null : labels.getFirst().string();
    }

    private static double[] points(JsonNode value, ImageEntry image) {
        List<JsonNode> points = value.get("points").items();
        double[] values = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            List<JsonNode> point = points.get(i).items();
            values[2 * i] = point.size() < 2 ? Double.NaN : point.get(0).number() / 100 * width(image);
            values[2 * i + 1] = point.size() < 2 ? Double.NaN : point.get(1).number() / 100 * height(image);
        }
        return values;
    }

    private static double[] box(JsonNode result, ImageEntry image) {
        JsonNode value = result.get("value");
        if (value.get("points").isArray()) {
            double[] points = points(value, image);
            return points.length < 6 || !Outlines.finite(points) ? null : Outlines.bounds(List.of(points));
        }
        double x = value.get("x").number() / 100 * width(image);
        double y = value.get("y").number() / 100 * height(image);
        if (value.has("radiusX")) {
            double radiusX = value.get("radiusX").number() / 100 * width(image);
            double radiusY = value.get("radiusY").number() / 100 * height(image);
            return new double[] {x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY};
        }
        double width = value.get("width").number() / 100 * width(image);
        double height = value.get("height").number() / 100 * height(image);
        double turn = Math.toRadians(value.get("rotation").number());
        if (Double.isNaN(turn) || turn == 0) {
            return new double[] {x, y, width, height};
        }
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double right = i == 1 || i == 2 ? width : 0;
            double down = i > 1 ? height : 0;
            corners[2 * i] = x + right * Math.cos(turn) - down * Math.sin(turn);
            corners[2 * i + 1] = y + right * Math.sin(turn) + down * Math.cos(turn);
        }
        return Outlines.finite(corners) ? Outlines.bounds(List.of(corners)) : null;
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        JsonNode result = node(record);
        double[] points = points(result.get("value"), image);
        return new Detail(points.length < 6 ? List.of() : List.of(points), Map.of(),
            Outlines.otherFields(record, Set.of("value", "type", "original_width", "original_height")));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        JsonNode value = json.node().get("value");
        ImageEntry image = context.image();
        if (edit.label() != null) {
            json.replace(value.get(field(value)).items().getFirst(),
                context.raw().encode(JsonText.quote(context.truth().classes().get(edit.label()).name())));
        }
        double[] points = points(value, image);
        double[] old = box(json.node(), image);
        if (points.length > 0 && (!polygons(edit).isEmpty() || edit.box() != null)) {
            double[] wanted = polygons(edit).isEmpty() ? Outlines.moved(points, old, edit.box()) : polygons(edit).getFirst();
            if (!Arrays.equals(points, wanted)) {
                json.set(value, "points", Outlines.pairs(percent(wanted, image)));
            }
        } else if (edit.box() != null && value.has("radiusX")) {
            json.number(value, "x", (edit.box()[0] + edit.box()[2] / 2) / width(image) * 100);
            json.number(value, "y", (edit.box()[1] + edit.box()[3] / 2) / height(image) * 100);
            json.number(value, "radiusX", edit.box()[2] / 2 / width(image) * 100);
            json.number(value, "radiusY", edit.box()[3] / 2 / height(image) * 100);
        } else if (edit.box() != null) {
            box(json, value, old, edit.box(), image);
        }
        return json.result();
    }

    private static void box(JsonEdit json, JsonNode value, double[] old, double[] box, ImageEntry image) {
        String[] names = {"x", "y", "width", "height"};
        boolean turned = value.get("rotation").isTrue();
        for (int i = 0; i < 4; i++) {
            if (turned || old[i] != box[i]) {
                json.number(value, names[i], box[i] / (i % 2 == 0 ? width(image) : height(image)) * 100);
            }
        }
        if (turned) {
            json.number(value, "rotation", 0);
        }
    }

    private static double[] percent(double[] points, ImageEntry image) {
        double[] values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            values[i] = points[i] / (i % 2 == 0 ? width(image) : height(image)) * 100;
        }
        return values;
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        String from = "label";
        String to = "image";
        if (neighbour != null) {
            JsonNode other = JsonNode.of(neighbour);
            from = other.get("from_name").isString() ? other.get("from_name").string() : from;
            to = other.get("to_name").isString() ? other.get("to_name").string() : to;
        }
        return context.raw().encode(result("errata-" + edit.id(), context.truth().classes().get(edit.label()).name(), edit.box(),
            edit.polygons() == null ? List.of() : edit.polygons(), context.image(), from, to, ""));
    }

    private static String result(String id, String label, double[] box, List<double[]> polygons, ImageEntry image, String from,
        String to, String score) {
        boolean outline = polygons.size() == 1 && polygons.getFirst().length >= 6;
        String kind = outline ? "polygonlabels" : "rectanglelabels";
        double[] sides = percent(box, image);
        String shape = outline ? "\"points\": " + Outlines.pairs(percent(polygons.getFirst(), image))
            : "\"x\": " + Numbers.format(sides[0], true) + ", \"y\": " + Numbers.format(sides[1], true) + ", \"width\": "
                + Numbers.format(sides[2], true) + ", \"height\": " + Numbers.format(sides[3], true) + ", \"rotation\": 0";
        return "{\"id\": " + JsonText.quote(id) + ", \"type\": \"" + kind + "\", \"from_name\": " + JsonText.quote(from)
            + ", \"to_name\": " + JsonText.quote(to) + ", \"original_width\": " + (int) width(image)
            + ", \"original_height\": " + (int) height(image) + ", \"value\": {" + shape + ", \"" + kind + "\": ["
            + JsonText.quote(label) + "]}" + score + "}";
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Label Studio tasks", truth.images().size());
        String sets = PredictedLabels.are(truth) ? "predictions" : "annotations";
        try (Writer out = text(to, "labels.json")) {
            out.write("[");
            for (int image = 0; image < truth.images().size(); image++) {
                ImageEntry entry = truth.images().get(image);
                out.write((image == 0 ? "\n" : ",\n") + "{\"id\": " + (image + 1) + ", \"data\": {\"image\": "
                    + JsonText.quote(entry.fileName()) + (entry.width() == 0 ? "" : ", \"width\": " + entry.width()
                    + ", \"height\": " + entry.height()) + "}, \"" + sets + "\": [{\"result\": [");
                boolean first = true;
                for (Export.Item item : Export.items(truth, image)) {
                    out.write((first ? "\n " : ",\n ") + result(Long.toString(item.id()),
                        truth.classes().get(item.label()).name(), item.box(), item.detail().polygons(), entry, "label", "image",
                        item.score(", \"score\": ")));
                    first = false;
                }
                out.write("]}]}");
                Export.imageWritten(progress);
            }
            out.write("\n]\n");
        }
    }
}
