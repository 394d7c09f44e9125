package dev.errata.formats.jsonlabels;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonElements;
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
import dev.errata.formats.text.Numbers;

/**
 * A FiftyOne dataset on disk: {@code samples.json} with the detections of each sample, boxes as fractions of the image
 * (https://docs.voxel51.com/user_guide/export_datasets.html). The field {@code ground_truth}, or the first one with
 * detections, is read as labels; as predictions {@code predictions}, or the first one with confidences.
 */
public final class FiftyOneFormat extends JsonLabels {

    private static final Pattern OF_NUMBER = Pattern.compile("0{8}[0-9a-f]{16}");
    private static final String METADATA = "metadata.json";
    /** What a sample says of itself; in a broken file the labels may be called so, too. */
    private static final Set<String> OWN = Set.of("filepath", "metadata");
    private static final Set<String> SAMPLES = Set.of("samples");
    private static final Set<String> KNOWN = Set.of("label", "bounding_box", "confidence", "attributes");

    public FiftyOneFormat() {
        super("fiftyone");
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.ANNOTATION_IDS, Holds.ATTRIBUTES, Holds.IMAGE_SIZES, Holds.NEGATIVES,
            Holds.PREDICTIONS, Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean manyFiles() {
        return true;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return JsonHead.of(head).isArray("samples");
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        Optional<String> samples = samples(tree);
        return samples.isPresent() && recognises(tree.path(), tree.head(samples.get()));
    }

    private static Optional<String> samples(LabelTree tree) {
        return tree.isSingle() ? Optional.of(tree.names().getFirst())
            : tree.names().stream().filter(name -> PathNames.base(name).equals("samples.json")).findFirst();
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
        String file = samples(source.tree()).orElseThrow(() -> into.log().refuse("fiftyone.samples", 0, 0, "", "",
            "There is no samples.json."));
        source.begin(List.of(file), 1);
        String detections = field(source, file, into.predictions());
        if (!into.predictions()) {
            classes(source, file, detections, into);
        }
        int fileIndex = into.file(file, source.place(file));
        source.listed(file, SAMPLES, "samples", (field, sample) -> {
            into.element(sample);
            sample(JsonNode.of(sample.raw()), detections, source, into, fileIndex);
            return true;
        });
    }

    /** The classes that the file beside the samples names, in its order; those of the field go before those of all fields. */
    private static void classes(Source source, String samples, String field, Records into) throws IOException {
        String file = samples.substring(0, samples.length() - PathNames.base(samples).length()) + METADATA;
        if (source.tree().isSingle() || !source.tree().contains(file)) {
            return;
        }
        String raw = UTF_8.fromBytes(source.tree().read(file));
        String problem = JsonNode.problem(raw);
        if (problem != null) {
            into.note("fiftyone.metadata", source.place(file), "The file is left out: " + problem);
            return;
        }
        JsonNode metadata = JsonNode.of(raw);
        List<JsonNode> classes = metadata.get("classes").get(field).items();
        for (JsonNode name : classes.isEmpty() ? metadata.get("default_classes").items() : classes) {
            if (name.isString() && !into.hasLabel(name.string())) {
                into.label(name.string());
            }
        }
    }

    /** The field to read, as raw text: the named one if some sample has it, which as a rule the first has. */
    private static String field(Source source, String file, boolean predictions) throws IOException {
        String named = predictions ? "predictions" : "ground_truth";
        String[] found = {named};
        try (InputStream in = source.peek(file)) {
            JsonElements.read(in, new IssueLog(source.place(file)), SAMPLES, Set.of(), (field, element) -> {
                JsonNode sample = JsonNode.of(element.raw());
                if (sample.get(named).get("detections").isArray()) {
                    found[0] = named;
                    return false;
                }
                for (String name : found[0].equals(named) ? sample.names() : List.<String>of()) {
                    List<JsonNode> detections = sample.get(UTF_8.encode(name)).get("detections").items();
                    if (!detections.isEmpty() && detections.getFirst().get("confidence").isNull() != predictions) {
                        found[0] = name;
                        break;
                    }
                }
                return true;
            });
        }
        return UTF_8.encode(found[0]);
    }

    private void sample(JsonNode sample, String field, Source source, Records into, int file) throws IOException {
        String path = sample.get("filepath").string();
        if (path.isEmpty()) {
            into.note("fiftyone.filepath", into.here(), "The sample has no filepath; it was left out.");
            return;
        }
        String name = path.startsWith("/") || path.contains(":") ? PathNames.base(path) : path;
        int width = side(sample.get("metadata").get("width"));
        int height = side(sample.get("metadata").get("height"));
        if (width == 0 || height == 0) {
            Optional<Pictures.Picture> picture = source.pictures().named(name);
            width = picture.map(Pictures.Picture::width).orElse(0);
            height = picture.map(Pictures.Picture::height).orElse(0);
        }
        int image = into.image(name, path, width, height);
        Set<String> without = new HashSet<>(OWN);
        without.add(field);
        into.imageFields(image, sample, without);
        into.imageFields(image, sample.get("metadata"), Set.of("width", "height"));
        JsonNode labels = sample.get(field);
        if (labels.isObject()) {
            anchor(into, file, image, labels, "detections");
        }
        for (JsonNode detection : labels.get("detections").items()) {
            Row row = new Row();
            row.image = image;
            row.id = id(detection.get("_id").get("$oid").string());
            row.score = detection.get("confidence").number();
            add(into, into.record(file, detection.begin(), detection.end()), row,
                detection.get("label").isString() ? detection.get("label").string() : null,
                box(detection, into.imageEntry(image)));
        }
    }

    /** An id that an export wrote as the number that it was; those of MongoDB begin with a time. */
    private static String id(String oid) {
        return OF_NUMBER.matcher(oid).matches() ? Long.toString(Long.parseUnsignedLong(oid.substring(8), 16)) : oid;
    }

    private static double[] box(JsonNode detection, ImageEntry image) {
        List<JsonNode> box = detection.get("bounding_box").items();
        return box.size() != 4 ? null : new double[] {box.get(0).number() * width(image), box.get(1).number() * height(image),
            box.get(2).number() * width(image), box.get(3).number() * height(image)};
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), attributes(node(record).get("attributes")), Outlines.otherFields(record, KNOWN));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        JsonNode detection = json.node();
        if (edit.label() != null) {
            json.string(detection, "label", context.truth().classes().get(edit.label()).name());
        }
        if (edit.box() != null) {
            double[] old = box(detection, context.image());
            for (int i = 0; i < 4; i++) {
                if (old[i] != edit.box()[i]) {
                    json.number(detection.get("bounding_box").items().get(i), fraction(edit.box(), i, context.image()));
                }
            }
        }
        if (edit.attributes() != null) {
            json.attributes(detection, "attributes", edit.attributes());
        }
        return json.result();
    }

    private static double fraction(double[] box, int i, ImageEntry image) {
        return box[i] / (i % 2 == 0 ? width(image) : height(image));
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        return context.raw().encode(detection(edit.id(), context.truth().classes().get(edit.label()).name(), edit.box(),
            edit.attributes() == null ? Map.of() : edit.attributes(), context.image(), "", ""));
    }

    private static String detection(long id, String label, double[] box, Map<String, String> attributes, ImageEntry image,
        String other, String score) {
        StringBuilder text = new StringBuilder("{");
        if (!other.contains("\"_id\"")) {
            text.append("\"_id\": {\"$oid\": \"").append(String.format(Locale.ROOT, "%024x", id)).append("\"}, ");
        }
        text.append("\"_cls\": \"Detection\", \"attributes\": ").append(object(attributes)).append(", \"label\": ")
            .append(JsonText.quote(label)).append(", \"bounding_box\": [");
        for (int i = 0; i < 4; i++) {
            text.append(i == 0 ? "" : ", ").append(Numbers.format(fraction(box, i, image), true));
        }
        return text.append(']').append(Outlines.appended(other, Set.of("_cls", "attributes", "label", "bounding_box")))
            .append(score).append('}')
            .toString();
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing FiftyOne samples", truth.images().size());
        String field = PredictedLabels.are(truth) ? "predictions" : "ground_truth";
        try (Writer out = text(to, "samples.json")) {
            out.write("{\"samples\": [");
            for (int image = 0; image < truth.images().size(); image++) {
                ImageEntry entry = truth.images().get(image);
                out.write((image == 0 ? "\n" : ",\n") + "{\"filepath\": " + JsonText.quote(entry.fileName()) + ", \"tags\": []"
                    + (entry.width() == 0 ? "" : ", \"metadata\": {\"_cls\": \"ImageMetadata\", \"width\": " + entry.width()
                    + ", \"height\": " + entry.height() + "}")
                        + ", \"" + field + "\": {\"_cls\": \"Detections\", \"detections\": [");
                boolean first = true;
                for (Export.Item item : Export.items(truth, image)) {
                    out.write((first ? "\n " : ",\n ") + detection(item.id(), truth.classes().get(item.label()).name(),
                        item.box(),
                        item.detail().attributes(), entry, item.detail().unknownFields(), item.score(", \"confidence\": ")));
                    first = false;
                }
                out.write("]}}");
                Export.imageWritten(progress);
            }
            out.write("\n]}\n");
        }
        if (!PredictedLabels.are(truth)) {
            List<String> names = truth.classes().stream().map(entry -> JsonText.quote(entry.name())).toList();
            String classes = "[" + String.join(", ", names) + "]";
            try (Writer out = text(to, METADATA)) {
                out.write("{\"media_type\": \"image\", \"classes\": {\"" + field + "\": " + classes + "}, \"default_classes\": "
                    + classes + ", \"mask_targets\": {}, \"default_mask_targets\": {}, \"info\": {}}\n");
            }
        }
    }
}
