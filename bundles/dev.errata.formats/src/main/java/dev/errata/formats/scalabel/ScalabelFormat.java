package dev.errata.formats.scalabel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonElements;
import dev.errata.formats.json.JsonHead;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;

/**
 * BDD100K and Scalabel: a list of frames with labels (https://doc.scalabel.ai/format.html). A box is x1, y1, x2, y2, and its
 * width x2 - x1.
 */
public final class ScalabelFormat extends RecordFormat {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    private static final Set<String> FRAMES = Set.of(JsonElements.ROOT, "frames");
    private static final Set<String> KNOWN = Set.of("category", "box2d", "poly2d", "attributes", "score");

    public ScalabelFormat() {
        super("bdd100k", TextLayout.ELEMENTS);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.ANNOTATION_IDS, Holds.ATTRIBUTES, Holds.CROWD, Holds.IMAGE_SIZES,
            Holds.NEGATIVES, Holds.PREDICTIONS, Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        return json.isArray("frames")
            || (json.firstElementHas("name") || json.firstElementHas("url")) && (json.firstElementHas("labels")
                || json.firstElementHas("videoName") || json.firstElementHas("timestamp") || json.firstElementHas("attributes"));
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("json", head -> recognises(tree.path(), head));
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("json");
        boolean several = files.size() > 1;
        boolean config = several || !JsonHead.of(source.tree().head(files.getFirst())).isArray();
        each(source, into, files, config ? 2 : 1, file -> {
            JsonNode common = config ? config(source, file, several) : JsonNode.of("null");
            return () -> {
                int fileIndex = into.file(file, source.place(file));
                categories(common.get("categories"), into);
                FrameReader frames = new FrameReader(into, fileIndex, common.get("imageSize"));
                checkFrames(source, file, source.elements(file, FRAMES, (field, frame) -> {
                    into.element(frame);
                    frames.read(JsonNode.of(frame.raw()));
                    return true;
                }));
            };
        });
    }

    /** What is common to all frames, which may stand before or behind them. Of several files each is checked to its end. */
    private static JsonNode config(Source source, String file, boolean check) throws IOException {
        JsonNode[] config = {JsonNode.of("null")};
        try (InputStream in = source.open(file)) {
            Set<String> found = JsonElements.read(in, new IssueLog(source.place(file)), FRAMES, Set.of("config"),
                (field, element) -> {
                    config[0] = field.equals("config") ? JsonNode.of(element.raw()) : config[0];
                    return check || !field.equals("config");
                });
            if (check) {
                checkFrames(source, file, found);
            }
        }
        return config[0];
    }

    private static void checkFrames(Source source, String file, Set<String> found) throws FormatException {
        if (found.isEmpty()) {
            throw new IssueLog(source.place(file)).refuse("scalabel.frames", 1, 1, "", "", "There is no list of frames in "
                + source.place(file) + ".");
        }
    }

    private static void categories(JsonNode categories, Records into) {
        for (JsonNode category : categories.items()) {
            if (category.get("subcategories").isArray() && !category.get("subcategories").items().isEmpty()) {
                categories(category.get("subcategories"), into);
            } else if (category.get("name").isString()) {
                into.label(category.get("name").string());
            }
        }
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        String raw = UTF_8.encode(record);
        JsonNode label = JsonNode.of(raw);
        Map<String, String> attributes = new LinkedHashMap<>();
        JsonNode typed = label.get("attributes");
        for (String name : typed.names()) {
            JsonNode value = typed.get(UTF_8.encode(name));
            attributes.put(name, value.isNull() ? "null" : value.string());
        }
        return new Detail(ScalabelText.polygons(label), attributes, Outlines.otherFields(record, KNOWN));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        JsonNode label = json.node();
        if (edit.label() != null) {
            json.string(label, "category", context.truth().classes().get(edit.label()).name());
        }
        if (edit.box() != null) {
            double[] box = edit.box();
            JsonNode old = label.get("box2d");
            if (old.isObject()) {
                json.number(old, "x1", box[0]);
                json.number(old, "y1", box[1]);
                json.number(old, "x2", EditNumbers.far(box[0], box[2]));
                json.number(old, "y2", EditNumbers.far(box[1], box[3]));
            } else {
                json.set(label, "box2d", ScalabelText.box(box));
            }
        }
        if (edit.polygons() != null && !Outlines.same(ScalabelText.polygons(label), edit.polygons())) {
            json.set(label, "poly2d", ScalabelText.polygons(edit.polygons()));
        }
        Map<String, String> attributes = edit.attributes();
        if (edit.crowd() != null && label.get("attributes").get("crowd").isTrue() != edit.crowd()) {
            attributes = new LinkedHashMap<>(attributes == null ? detail(context.raw().decode(record),
                null).attributes() : attributes);
            attributes.put("crowd", edit.crowd().toString());
        }
        if (attributes != null) {
            json.attributes(label, "attributes", attributes);
        }
        return json.result();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        String name = context.truth().classes().get(edit.label()).name();
        return context.raw().encode(ScalabelText.label(Long.toString(edit.id()), name, edit.box(),
            edit.polygons() == null ? List.of() : edit.polygons(), edit.attributes() == null ? Map.of() : edit.attributes(),
            edit.crowd(), "", ""));
    }

    /** The video of a frame that came from one: frames of two videos may have one name. */
    private static String video(GroundTruth truth, ImageEntry frame) {
        String key = frame.originalId();
        String name = "/" + frame.fileName();
        return truth.format().equals("bdd100k") && key.endsWith(name) ? key.substring(0, key.length() - name.length()) : "";
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing BDD100K labels", truth.images().size());
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to.file("labels.json"), StandardCharsets.UTF_8))) {
            String categories = categories(truth);
            out.write(categories.isEmpty() ? "[" : "{\"frames\": [");
            for (int image = 0; image < truth.images().size(); image++) {
                ImageEntry entry = truth.images().get(image);
                out.write((image == 0 ? "\n" : ",\n") + "{\"name\": " + JsonText.quote(entry.fileName()));
                String video = video(truth, entry);
                if (!video.isEmpty()) {
                    out.write(", \"videoName\": " + JsonText.quote(video));
                }
                if (entry.width() > 0) {
                    out.write(", \"size\": {\"width\": " + entry.width() + ", \"height\": " + entry.height() + "}");
                }
                out.write(", \"labels\": [");
                boolean first = true;
                for (Export.Item item : Export.items(truth, image)) {
                    out.write((first ? "\n " : ",\n ") + ScalabelText.label(Long.toString(item.id()),
                        truth.classes().get(item.label()).name(), item.box(), item.detail().polygons(),
                        item.detail().attributes(), item.crowd(), item.detail().unknownFields(),
                        item.score(", \"score\": ")));
                    first = false;
                }
                out.write("]}");
                Export.imageWritten(progress);
            }
            out.write("\n]" + (categories.isEmpty() ? "" : ", \"config\": {\"categories\": [" + categories + "]}}") + "\n");
        }
    }

    /** All classes, where not every one has a label that names it; else a list of frames is enough, which more programs read. */
    private static String categories(GroundTruth truth) {
        AnnotationColumns rows = truth.annotations();
        BitSet named = new BitSet();
        for (int row = 0; row < rows.rowLimit(); row++) {
            named.set(rows.label(row));
        }
        return PredictedLabels.are(truth) || named.cardinality() == truth.classes().size() ? ""
            : truth.classes().stream().map(entry -> "{\"name\": " + JsonText.quote(entry.name()) + "}")
                .collect(Collectors.joining(", "));
    }
}
