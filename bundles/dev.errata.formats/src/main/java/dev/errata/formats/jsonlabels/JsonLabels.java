package dev.errata.formats.jsonlabels;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonElements;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.JsonEdit;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.TextLayout;

/** What the formats have in common that keep the labels of an image in a JSON array. */
abstract class JsonLabels extends RecordFormat {

    /** Width and height of an image of which nobody knows them, where numbers are fractions. */
    static final int NOMINAL = 1000;
    /** A document that is an array of images. */
    static final Set<String> DOCUMENT = Set.of(JsonElements.ROOT);
    static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    JsonLabels(String name) {
        super(name, TextLayout.ELEMENTS);
    }

    JsonLabels(String name, TextLayout layout) {
        super(name, layout);
    }

    /** The files of a tree that look like labels of this format, or predictions. */
    List<String> files(LabelTree tree, List<String> endings) throws IOException {
        List<String> files = new ArrayList<>();
        for (String ending : endings) {
            for (String file : tree.names(ending)) {
                if (recognises(tree.path(), tree.head(file))) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** A text that is about to be read as raw text. */
    static JsonNode node(String record) {
        return JsonNode.of(UTF_8.encode(record));
    }

    static int side(JsonNode value) {
        double side = value.number();
        return side > 0 && side < Integer.MAX_VALUE ? (int) Math.round(side) : 0;
    }

    static double width(ImageEntry image) {
        return image == null || image.width() == 0 ? NOMINAL : image.width();
    }

    static double height(ImageEntry image) {
        return image == null || image.height() == 0 ? NOMINAL : image.height();
    }

    /** Says where new labels of an image go: into the array of a field of an object, which may be missing or null. */
    static void anchor(Records into, int file, int image, JsonNode object, String field) {
        JsonNode array = object.get(field);
        if (array.isArray()) {
            into.anchor(image, new Anchor(file, array.begin() + 1L, 0, "", ""));
        } else if (object.has(field)) {
            into.anchor(image, new Anchor(file, array.begin(), array.end() - array.begin(), "[", "]"));
        } else {
            String comma = object.names().isEmpty() ? "" : ", ";
            into.anchor(image, new Anchor(file, object.end() - 1L, 0, comma + "\"" + field + "\": [", "]"));
        }
    }

    /** Adds a record, or sets it aside where it has no class or no box. */
    void add(Records into, int position, Row row, String label, double[] box) {
        String record = row.id.isEmpty() ? Integer.toString(position) : row.id;
        if (label == null) {
            into.quarantine(position, name() + ".label", 0, 0, record, "", "The record has no class.");
        } else if (box == null || !Outlines.finite(box)) {
            into.quarantine(position, name() + ".box", 0, 0, record, "", "The record has no box of four finite numbers.");
        } else {
            if (countsInFractions() && into.imageEntry(row.image).width() == 0) {
                into.nominal(row.image);
            }
            row.label = into.label(label);
            row.setBox(box);
            into.add(position, row);
        }
    }

    /** The fields of an object as attributes. */
    static Map<String, String> attributes(JsonNode object) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : object.names()) {
            JsonNode value = object.get(UTF_8.encode(name));
            attributes.put(name, value.isNull() ? "null" : value.string());
        }
        return attributes;
    }

    /** Attributes as an object. */
    static String object(Map<String, String> attributes) {
        StringBuilder text = new StringBuilder("{");
        attributes.forEach((key, value) -> text.append(text.length() == 1 ? "" : ", ").append(JsonText.quote(key)).append(": ")
            .append(JsonEdit.value(value, false)));
        return text.append('}').toString();
    }

    static List<double[]> polygons(Changed edit) {
        return edit.polygons() == null ? List.of() : edit.polygons();
    }

    /** A text file to write. */
    static Writer text(LabelSink to, String name) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(to.file(name), StandardCharsets.UTF_8));
    }
}
