package dev.errata.formats.jsonlabels;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import dev.errata.formats.json.JsonHead;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;

/**
 * Label Studio JSON: tasks with annotations and predictions; boxes and outlines are percent of the image
 * (https://labelstud.io/guide/task_format). Of several annotations of a task the first that was not cancelled counts. Its
 * export JSON-MIN is read and written back, too.
 */
public final class LabelStudioFormat extends JsonLabels {

    private static final Set<String> TASK = Set.of("data", "annotations", "predictions", "completions", "drafts");
    private static final Set<String> SET = Set.of("id", "result", "completed_by", "task", "prediction", "unique_id", "project");
    private static final Set<String> RESULT = Set.of("value", "type", "original_width", "original_height");
    private static final Set<String> REGION = Set.of("x", "y", "width", "height", "rotation", "points", "radiusX", "radiusY",
        "rectanglelabels", "polygonlabels", "ellipselabels", "labels", "original_width", "original_height");
    /** What {@link Records#memo} says of JSON-MIN. */
    private static final String MINIMAL = "min";

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
        boolean whole = json.firstElementHas("data") && (json.firstElementHas("annotations")
            || json.firstElementHas("predictions") || json.firstElementHas("completions"));
        return whole || json.firstElementHas("annotation_id") && json.firstElementHas("annotator");
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
            source.listed(file, DOCUMENT, "tasks", (field, task) -> {
                into.element(task);
                task(new LabelStudioTask(JsonNode.of(task.raw()), into.predictions()), prefix, index[0]++, source, into,
                    fileIndex);
                return true;
            });
        }
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("json", head -> recognises(tree.path(), head));
    }

    private void task(LabelStudioTask task, String prefix, int index, Source source, Records into, int file)
        throws IOException {
        String name = task.picture().isEmpty() ? "task-" + index : task.picture();
        JsonNode id = task.task().get("id");
        String key = into.predictions() ? name : prefix + (id.isNull() ? "task at " + index : "task " + id.string());
        boolean minimal = task.isMinimal();
        if (minimal && into.hasImage(key)) {
            into.note("labelstudio.sets", name, "The task stands in the file again, for another "
                + "annotator; only the first was read.");
            return;
        }
        int[] size = task.size();
        if (size[0] == 0) {
            Optional<Pictures.Picture> found = source.pictures().named(name);
            size = new int[] {found.map(Pictures.Picture::width).orElse(0), found.map(Pictures.Picture::height).orElse(0)};
        }
        int image = into.image(name, key, size[0], size[1]);
        into.imageFields(image, task.task(), minimal ? task.noFields() : TASK);
        into.imageFields(image, task.task().get("data"), task.noFields());
        JsonNode set = task.set();
        if (set == null) {
            return;
        }
        if (task.others() > 0) {
            into.note("labelstudio.sets", name, "The task has " + task.others() + " more sets of " + (into.predictions()
                ? "predictions" : "annotations") + "; only the first was read.");
        }
        into.imageField(image, "annotator", task.annotator());
        if (minimal) {
            into.memo(MINIMAL);
        } else {
            into.imageFields(image, set, SET);
        }
        anchor(into, file, image, set, task.resultField());
        for (JsonNode result : task.results()) {
            result(result, set.get("score").number(), image, file, into);
        }
    }

    private void result(JsonNode result, double score, int image, int file, Records into) {
        LabelStudioShape shape = LabelStudioShape.of(result, into.imageEntry(image));
        int position = into.record(file, result.begin(), result.end());
        if (!shape.isKnown()) {
            into.quarantine(position, "labelstudio.unsupported", 0, 0, result.get("id").string(), shape.type(),
                "Only boxes, outlines and ellipses are read.");
            return;
        }
        Row row = new Row();
        row.image = image;
        row.id = result.get("id").string();
        row.score = result.has("score") ? result.get("score").number() : score;
        if (shape.isTurned()) {
            into.warn(position, "labelstudio.rotation", 0, 0, row.id, shape.region().get("rotation").raw(),
                "The box is turned; the upright box around it was imported.");
        }
        if (shape.labelCount() > 1 && shape.label() != null) {
            into.warn(position, "labelstudio.labels", 0, 0, row.id, shape.label(), "The region has " + shape.labelCount()
                + " classes; it was imported with the first.");
        }
        add(into, position, row, shape.label(), shape.box());
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        JsonNode result = node(record);
        double[] points = LabelStudioShape.of(result, image).points();
        return new Detail(points.length < 6 ? List.of() : List.of(points), Map.of(),
            Outlines.otherFields(record, result.has("value") ? RESULT : REGION));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        LabelStudioShape shape = LabelStudioShape.of(json.node(), context.image());
        if (edit.label() != null) {
            shape.setLabel(json, context.raw().encode(JsonText.quote(context.truth().classes().get(edit.label()).name())));
        }
        shape.setShape(json, edit);
        return json.result();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        String name = context.truth().classes().get(edit.label()).name();
        List<double[]> polygons = edit.polygons() == null ? List.of() : edit.polygons();
        if (context.memo().equals(MINIMAL)) {
            return context.raw().encode("{" + LabelStudioShape.fields(name, edit.box(), polygons, context.image())
                + sizes(context.image()) + "}");
        }
        String from = "label";
        String to = "image";
        if (neighbour != null) {
            JsonNode other = JsonNode.of(neighbour);
            from = other.get("from_name").isString() ? other.get("from_name").string() : from;
            to = other.get("to_name").isString() ? other.get("to_name").string() : to;
        }
        return context.raw().encode(result("errata-" + edit.id(), name, edit.box(), polygons, context.image(), from, to, ""));
    }

    private static String sizes(ImageEntry image) {
        return ", \"original_width\": " + (int) width(image) + ", \"original_height\": " + (int) height(image);
    }

    private static String result(String id, String label, double[] box, List<double[]> polygons, ImageEntry image, String from,
        String to, String score) {
        return "{\"id\": " + JsonText.quote(id) + ", \"type\": \"" + LabelStudioShape.kind(polygons) + "\", \"from_name\": "
            + JsonText.quote(from) + ", \"to_name\": " + JsonText.quote(to) + sizes(image) + ", \"value\": {"
            + LabelStudioShape.fields(label, box, polygons, image) + "}" + score + "}";
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
