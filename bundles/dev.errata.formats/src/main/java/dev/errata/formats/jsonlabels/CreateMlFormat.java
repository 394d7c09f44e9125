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
import dev.errata.formats.json.JsonElements;
import dev.errata.formats.json.JsonHead;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.text.Numbers;

/**
 * Create ML: a list of images with annotations; x and y are the middle of the box, in pixels
 * (https://developer.apple.com/documentation/createml/building-an-object-detector-data-source).
 */
public final class CreateMlFormat extends JsonLabels {

    public CreateMlFormat() {
        super("createml");
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.NEGATIVES, Holds.PREDICTIONS, Holds.UNKNOWN_FIELDS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        return (json.firstElementHasArray("annotations") || json.firstElementHasArray("annotation"))
            && (json.firstElementHas("image") || json.firstElementHas("imagefilename"));
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("json", head -> recognises(tree.path(), head));
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("json");
        boolean several = files.size() > 1;
        each(source, into, files, several ? 2 : 1, file -> {
            if (several) {
                source.arrays(file, DOCUMENT);
            }
            return () -> {
                int fileIndex = into.file(file, source.place(file));
                JsonElements.Each each = (field, entry) -> {
                    into.element(entry);
                    entry(JsonNode.of(entry.raw()), fileIndex, several ? file + "/" : "", source, into);
                    return true;
                };
                if (several) {
                    source.elements(file, DOCUMENT, each);
                } else {
                    source.listed(file, DOCUMENT, "images", each);
                }
            };
        });
    }

    private void entry(JsonNode entry, int file, String prefix, Source source, Records into) throws IOException {
        String name = entry.has("image") ? entry.get("image").string() : entry.get("imagefilename").string();
        if (!entry.isObject() || name.isEmpty()) {
            into.note("createml.image", into.here(), "An entry names no image; it was left out.");
            return;
        }
        Optional<Pictures.Picture> picture = source.pictures().named(name);
        int image = into.image(name, prefix + name,
            picture.map(Pictures.Picture::width).orElse(0), picture.map(Pictures.Picture::height).orElse(0));
        into.imageFields(image, entry, Set.of("image", "imagefilename", "annotations", "annotation"));
        // Apple's documentation had it in the singular once
        String field = entry.has("annotation") ? "annotation" : "annotations";
        anchor(into, file, image, entry, field);
        for (JsonNode record : entry.get(field).items()) {
            Row row = new Row();
            row.image = image;
            row.score = record.get("confidence").number();
            add(into, into.record(file, record.begin(), record.end()), row,
                record.get("label").isString() ? record.get("label").string() : null, box(record.get("coordinates")));
        }
    }

    private static double[] box(JsonNode coordinates) {
        double width = coordinates.get("width").number();
        double height = coordinates.get("height").number();
        return new double[] {coordinates.get("x").number() - width / 2, coordinates.get("y").number() - height / 2, width,
            height};
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), Map.of(), Outlines.otherFields(record, Set.of("label", "coordinates", "confidence")));
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        JsonEdit json = new JsonEdit(record, context.raw());
        if (edit.label() != null) {
            json.string(json.node(), "label", context.truth().classes().get(edit.label()).name());
        }
        if (edit.box() != null) {
            JsonNode coordinates = json.node().get("coordinates");
            json.number(coordinates, "x", edit.box()[0] + edit.box()[2] / 2);
            json.number(coordinates, "y", edit.box()[1] + edit.box()[3] / 2);
            json.number(coordinates, "width", edit.box()[2]);
            json.number(coordinates, "height", edit.box()[3]);
        }
        return json.result();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        String name = context.truth().classes().get(edit.label()).name();
        return context.raw().encode(record(name, edit.box(), ""));
    }

    private static String record(String label, double[] box, String score) {
        return "{\"label\": " + JsonText.quote(label) + ", \"coordinates\": {\"x\": "
            + Numbers.format(box[0] + box[2] / 2, true) + ", \"y\": " + Numbers.format(box[1] + box[3] / 2, true)
            + ", \"width\": " + Numbers.format(box[2], true) + ", \"height\": " + Numbers.format(box[3], true) + "}"
            + score + "}";
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Create ML labels", truth.images().size());
        try (Writer out = text(to, "_annotations.createml.json")) {
            out.write("[");
            for (int image = 0; image < truth.images().size(); image++) {
                out.write((image == 0 ? "\n" : ",\n") + "{\"image\": " + JsonText.quote(truth.images().get(image).fileName())
                    + ", \"annotations\": [");
                boolean first = true;
                for (Export.Item item : Export.items(truth, image)) {
                    out.write((first ? "" : ", ") + record(truth.classes().get(item.label()).name(), item.box(),
                        item.score(", \"confidence\": ")));
                    first = false;
                }
                out.write("]}");
                Export.imageWritten(progress);
            }
            out.write("\n]\n");
        }
    }
}
