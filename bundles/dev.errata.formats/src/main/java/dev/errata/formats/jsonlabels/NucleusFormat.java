package dev.errata.formats.jsonlabels;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.TextLines;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.text.Numbers;

/**
 * Scale Nucleus JSON lines: dataset items ({@code reference_id}, {@code image_location}) and annotations or predictions of
 * type box or polygon, one a line (https://github.com/scaleapi/nucleus-python-client).
 */
public final class NucleusFormat extends JsonLabels {

    private static final List<String> ENDINGS = List.of("jsonl", "ndjson", "json");
    private static final Set<String> KNOWN = Set.of("label", "type", "geometry", "reference_id", "annotation_id", "metadata",
        "confidence");

    public NucleusFormat() {
        super("nucleus", TextLayout.LINES);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.ANNOTATION_IDS, Holds.ATTRIBUTES, Holds.NEGATIVES,
            Holds.IMAGE_SIZES, Holds.PREDICTIONS, Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        List<Part> lines = Lines.of(text);
        if (lines.isEmpty() || !text.substring(lines.getFirst().begin()).startsWith("{")) {
            return false;
        }
        String line = lines.getFirst().of(text);
        return JsonNode.problem(line) == null && JsonNode.of(line).has("reference_id");
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : files(source.tree(), ENDINGS);
        source.begin(files, 2);
        if (source.tree().isSingle() && source.tree().length(files.getFirst()) == 0) {
            throw into.log().refuse("file.empty", 1, 1, "", "", "The file is empty; lines of JSON were expected.");
        }
        for (String file : files) {
            int index = into.file(file, source.place(file));
            each(source, file, (record, line) -> item(record, into, index));
        }
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            each(source, files.get(i), (record, line) -> {
                into.element(new Element(record, line.begin(), null));
                record(record, line.number(), into, index);
            });
        }
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        for (String ending : ENDINGS) {
            if (tree.anyLooks(ending, head -> recognises(tree.path(), head))) {
                return true;
            }
        }
        return false;
    }

    /** Takes lines. */
    @FunctionalInterface
    private interface EachLine {
        void take(String record, TextLines line) throws IOException;
    }

    private static void each(Source source, String file, EachLine each) throws IOException {
        try (InputStream in = source.open(file)) {
            TextLines lines = new TextLines(in, new IssueLog(source.place(file)));
            for (String record = lines.next(); record != null; record = lines.next()) {
                if (!record.isBlank()) {
                    each.take(record, lines);
                }
            }
        }
    }

    private void record(String record, long line, Records into, int file) {
        String problem = JsonNode.problem(record);
        if (problem != null) {
            into.quarantine(into.record(file, 0, record.length()), "nucleus.json", line, 1, "line " + line, record,
                "The line is no JSON: " + problem + ".");
        } else if (!isItem(JsonNode.of(record))) {
            annotation(record, line, into, file);
        }
    }

    private static boolean isItem(JsonNode line) {
        return line.isObject() && !line.has("geometry") && !line.has("label")
            && (line.has("image_location") || line.has("image_url"));
    }

    /** Items name the images, wherever they stand in the file. */
    private static void item(String record, Records into, int file) {
        if (record.contains("\"image_location\"") || record.contains("\"image_url\"")) {
            if (JsonNode.problem(record) == null && isItem(JsonNode.of(record))) {
                JsonNode item = JsonNode.of(record);
                String location = item.get(item.has("image_location") ? "image_location" : "image_url").string();
                int image = into.image(location.contains("://") ? PathNames.base(location) : location,
                    item.get("reference_id").string(), side(item.get("metadata").get("width")),
                    side(item.get("metadata").get("height")));
                into.imageFields(image, item, Set.of("image_location", "image_url", "reference_id", "metadata"));
                into.imageFields(image, item.get("metadata"), Set.of("width", "height"));
                into.anchor(image, Anchor.end(file));
            }
        }
    }

    private void annotation(String record, long line, Records into, int file) {
        JsonNode node = JsonNode.of(record);
        int position = into.record(file, 0, record.length());
        String reference = node.get("reference_id").string();
        if (reference.isEmpty()) {
            into.quarantine(position, "nucleus.reference_id", line, 1, "line " + line, "",
                "The annotation names no image.");
            return;
        }
        int image = into.image(reference, reference, 0, 0);
        into.anchor(image, Anchor.end(file));
        Row row = new Row();
        row.image = image;
        row.id = node.get("annotation_id").string();
        row.score = node.get("confidence").number();
        row.line = line;
        add(into, position, row, node.get("label").isString() ? node.get("label").string() : null, box(node.get("geometry")));
    }

    private static double[] points(JsonNode geometry) {
        List<JsonNode> vertices = geometry.get("vertices").items();
        double[] points = new double[2 * vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            points[2 * i] = vertices.get(i).get("x").number();
            points[2 * i + 1] = vertices.get(i).get("y").number();
        }
        return points;
    }

    private static double[] box(JsonNode geometry) {
        double[] points = points(geometry);
        if (points.length >= 6) {
            return Outlines.finite(points) ? Outlines.bounds(List.of(points)) : null;
        }
        return new double[] {geometry.get("x").number(), geometry.get("y").number(), geometry.get("width").number(),
            geometry.get("height").number()};
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        if (JsonNode.problem(UTF_8.encode(record)) != null) {
            return new Detail(List.of(), Map.of(), "");
        }
        JsonNode node = node(record);
        double[] points = points(node.get("geometry"));
        return new Detail(points.length < 6 ? List.of() : List.of(points), attributes(node.get("metadata")),
            node.isObject() ? Outlines.otherFields(record.strip(), KNOWN) : "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        JsonNode node = json.node();
        JsonNode geometry = node.get("geometry");
        if (edit.label() != null) {
            json.string(node, "label", context.truth().classes().get(edit.label()).name());
        }
        double[] points = points(geometry);
        if (!polygons(edit).isEmpty() || edit.box() != null && points.length >= 6) {
            double[] wanted = polygons(edit).isEmpty() ? Outlines.moved(points, box(geometry), edit.box())
                : polygons(edit).getFirst();
            json.replace(geometry, vertices(wanted));
            json.string(node, "type", "polygon");
        } else if (edit.box() != null) {
            json.number(geometry, "x", edit.box()[0]);
            json.number(geometry, "y", edit.box()[1]);
            json.number(geometry, "width", edit.box()[2]);
            json.number(geometry, "height", edit.box()[3]);
        }
        if (edit.attributes() != null) {
            json.attributes(node, "metadata", edit.attributes());
        }
        return json.result();
    }

    private static String vertices(double[] points) {
        StringBuilder text = new StringBuilder("{\"vertices\": [");
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append("{\"x\": ").append(Numbers.format(points[i], true)).append(", \"y\": ")
                .append(Numbers.format(points[i + 1], true)).append('}');
        }
        return text.append("]}").toString();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        return context.raw().encode(line(Long.toString(edit.id()), context.truth().classes().get(edit.label()).name(),
            context.image().originalId(), edit.box(), edit.polygons() == null ? List.of() : edit.polygons(),
            edit.attributes() == null ? Map.of() : edit.attributes(), "", ""));
    }

    private static String line(String id, String label, String reference, double[] box, List<double[]> polygons,
        Map<String, String> attributes, String other, String score) {
        boolean outline = polygons.size() == 1 && polygons.getFirst().length >= 6;
        String geometry = outline ? vertices(polygons.getFirst()) : "{\"x\": " + Numbers.format(box[0], true) + ", \"y\": "
            + Numbers.format(box[1], true) + ", \"width\": " + Numbers.format(box[2], true) + ", \"height\": "
            + Numbers.format(box[3], true) + "}";
        return "{\"label\": " + JsonText.quote(label) + ", \"type\": \"" + (outline ? "polygon" : "box") + "\", \"geometry\": "
            + geometry + ", \"reference_id\": " + JsonText.quote(reference) + ", \"annotation_id\": " + JsonText.quote(id)
            + (attributes.isEmpty() ? "" : ", \"metadata\": " + object(attributes)) + Outlines.appended(other,
                KNOWN).replace("\n", " ") + score + "}";
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Nucleus labels", truth.images().size());
        try (Writer out = text(to, "labels.jsonl")) {
            for (ImageEntry image : PredictedLabels.are(truth) ? List.<ImageEntry>of() : truth.images()) {
                out.write("{\"reference_id\": " + JsonText.quote(image.originalId()) + ", \"image_location\": "
                    + JsonText.quote(image.fileName()) + (image.width() == 0 ? "" : ", \"metadata\": {\"width\": "
                    + image.width() + ", \"height\": " + image.height() + "}") + "}\n");
            }
            for (int image = 0; image < truth.images().size(); image++) {
                for (Export.Item item : Export.items(truth, image)) {
                    out.write(line(Long.toString(item.id()), truth.classes().get(item.label()).name(),
                        truth.images().get(image).originalId(), item.box(), item.detail().polygons(),
                        item.detail().attributes(), item.detail().unknownFields(), item.score(", \"confidence\": ")) + "\n");
                }
                Export.imageWritten(progress);
            }
        }
    }
}
