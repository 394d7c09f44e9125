package dev.errata.formats.jsonlabels;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.Element;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonHead;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;

/** LabelMe: a JSON file an image with {@code shapes} (https://github.com/wkentaro/labelme). Pictures within are left alone. */
public final class LabelMeFormat extends JsonLabels {

    private static final Set<String> FILE = Set.of("shapes", "imagePath", "imageData", "imageWidth", "imageHeight", "flags");
    private static final String POLYGON = "polygon";
    /** Programs that write LabelMe's files call turned boxes so, and give their corners. */
    private static final Set<String> OUTLINES = Set.of(POLYGON, "oriented_rectangle", "rotation");
    private static final Set<String> KNOWN = Set.of("label", "points", "shape_type", "flags");

    public LabelMeFormat() {
        super("labelme");
    }

    @Override
    public boolean manyFiles() {
        return true;
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.ATTRIBUTES, Holds.IMAGE_SIZES, Holds.NEGATIVES,
            Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        return json.isArray("shapes") || json.has("imagePath");
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        return false;
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("json", head -> recognises(tree.path(), head));
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("json");
        each(source, into, files, 1, file -> {
            String text = source.text(file);
            JsonNode root = JsonNode.document(text, source.tree().place(file));
            return () -> read(file, text, root, source, into);
        });
    }

    private void read(String file, String text, JsonNode root, Source source, Records into) {
        int fileIndex = into.file(file, source.place(file));
        into.element(new Element(text, 0, ""));
        if (!root.get("shapes").isArray()) {
            into.note("labelme.shapes", source.tree().place(file), "The file has no shapes; it was left out.");
            return;
        }
        String path = root.get("imagePath").string();
        String name = path.isEmpty() ? PathNames.stem(PathNames.base(file)) + ".jpg" : PathNames.base(path);
        int image = into.image(name, PathNames.stem(file), side(root.get("imageWidth")), side(root.get("imageHeight")));
        into.imageFields(image, root, FILE);
        into.imageFields(image, root.get("flags"), Set.of());
        anchor(into, fileIndex, image, root, "shapes");
        for (JsonNode shape : root.get("shapes").items()) {
            int position = into.record(fileIndex, shape.begin(), shape.end());
            Row row = new Row();
            row.image = image;
            add(into, position, row, shape.get("label").isString() ? shape.get("label").string() : null, box(shape));
        }
    }

    private static double[] points(JsonNode shape) {
        List<JsonNode> points = shape.get("points").items();
        double[] values = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            List<JsonNode> point = points.get(i).items();
            values[2 * i] = point.size() < 2 ? Double.NaN : point.get(0).number();
            values[2 * i + 1] = point.size() < 2 ? Double.NaN : point.get(1).number();
        }
        return values;
    }

    private static String type(JsonNode shape) {
        return shape.get("shape_type").isString() ? shape.get("shape_type").string() : POLYGON;
    }

    /** Whether a shape is an outline, of a turned box too. */
    private static boolean isOutline(JsonNode shape) {
        return OUTLINES.contains(type(shape));
    }

    private static double[] box(JsonNode shape) {
        double[] points = points(shape);
        return switch (isOutline(shape) ? POLYGON : type(shape)) {
            case "circle" -> {
                double radius = points.length == 4 ? Math.hypot(points[2] - points[0], points[3] - points[1]) : Double.NaN;
                yield points.length == 4 ? new double[] {points[0] - radius, points[1] - radius, 2 * radius, 2 * radius} : null;
            }
            case "rectangle", "mask" -> points.length >= 4 ? Outlines.bounds(List.of(points)) : null;
            case POLYGON -> points.length >= 6 ? Outlines.bounds(List.of(points)) : null;
            default -> null;
        };
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        JsonNode shape = node(record);
        return new Detail(isOutline(shape) ? List.of(points(shape)) : List.of(), attributes(shape.get("flags")),
            Outlines.otherFields(record, KNOWN));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        JsonNode shape = json.node();
        if (edit.label() != null) {
            json.string(shape, "label", context.truth().classes().get(edit.label()).name());
        }
        List<double[]> polygons = polygons(edit);
        if (!polygons.isEmpty() && !Outlines.same(polygons, List.of(points(shape)))) {
            json.set(shape, "points", Outlines.pairs(polygons.getFirst()));
            json.string(shape, "shape_type", POLYGON);
        } else if (polygons.isEmpty() && edit.box() != null) {
            box(json, shape, edit.box());
        }
        if (edit.attributes() != null) {
            json.attributes(shape, "flags", edit.attributes());
        }
        return json.result();
    }

    private static void box(JsonEdit json, JsonNode shape, double[] box) {
        double[] old = box(shape);
        if (type(shape).equals("circle")) {
            json.string(shape, "shape_type", "rectangle");
            json.set(shape, "points", Outlines.pairs(new double[] {box[0], box[1], box[0] + box[2], box[1] + box[3]}));
            return;
        }
        double[] moved = Outlines.moved(points(shape), old, box);
        List<JsonNode> points = shape.get("points").items();
        for (int i = 0; i < points.size(); i++) {
            json.number(points.get(i).items().get(0), moved[2 * i]);
            json.number(points.get(i).items().get(1), moved[2 * i + 1]);
        }
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        return context.raw().encode(shape(context.truth().classes().get(edit.label()).name(), edit.box(),
            edit.polygons() == null ? List.of() : edit.polygons(), edit.attributes() == null ? Map.of() : edit.attributes(), ""));
    }

    private static String shape(String label, double[] box, List<double[]> polygons, Map<String, String> attributes,
        String other) {
        boolean outline = polygons.size() == 1 && polygons.getFirst().length >= 6;
        double[] points = outline ? polygons.getFirst() : new double[] {box[0], box[1], box[0] + box[2], box[1] + box[3]};
        return "{\"label\": " + JsonText.quote(label) + ", \"points\": " + Outlines.pairs(points)
            + (other.contains("\"group_id\"") ? "" : ", \"group_id\": null") + ", \"shape_type\": \""
            + (outline ? POLYGON : "rectangle") + "\", \"flags\": " + object(attributes)
            + Outlines.appended(other, Set.of("label", "points", "shape_type", "flags", "id")) + "}";
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing LabelMe labels", truth.images().size());
        FileNames names = new FileNames(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            ImageEntry entry = truth.images().get(image);
            try (Writer out = text(to, names.stem(image) + ".json")) {
                out.write("{\"version\": \"5.0.1\", \"flags\": {}, \"imagePath\": " + JsonText.quote(entry.fileName())
                    + ", \"imageData\": null, \"imageHeight\": " + entry.height() + ", \"imageWidth\": " + entry.width()
                    + ", \"shapes\": [");
                boolean first = true;
                for (Export.Item item : Export.items(truth, image)) {
                    out.write((first ? "\n  " : ",\n  ") + shape(truth.classes().get(item.label()).name(), item.box(),
                        item.detail().polygons(), item.detail().attributes(), item.detail().unknownFields()));
                    first = false;
                }
                out.write("]}\n");
            }
            Export.imageWritten(progress);
        }
    }
}
