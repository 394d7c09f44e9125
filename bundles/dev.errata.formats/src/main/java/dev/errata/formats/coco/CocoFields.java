package dev.errata.formats.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.fields.FieldValue;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;

/**
 * Collects what a COCO file says of images and annotations beside names, classes and boxes: the {@code attributes} of an
 * annotation, and every other scalar.
 */
final class CocoFields {

    private static final Set<String> IMAGE = Set.of("file_name", "width", "height");
    private static final Set<String> ANNOTATION = Set.of("id", "image_id", "category_id", "bbox", "area", "iscrowd",
        "segmentation", "keypoints");
    private static final int DEEPEST = 4;

    private final FieldCollector into;
    private final int firstImage;
    private final int firstRecord;
    private final Map<String, Integer> imageOfId = new HashMap<>();

    /** Receives a value of whatever is being read. */
    private interface Sink {
        void put(String name, String value);
    }

    private CocoFields(List<ImageEntry> images, int firstImage, int firstRecord, FieldCollector into) {
        this.into = into;
        this.firstImage = firstImage;
        this.firstRecord = firstRecord;
        for (int image = 0; image < images.size(); image++) {
            imageOfId.putIfAbsent(images.get(image).originalId(), image);
        }
    }

    /**
     * Reads a file that was read before.
     *
     * @param images its images, as it was read
     * @param firstImage the index of its first image among all
     * @param firstRecord the position of its first record among all
     */
    static void read(LabelInput input, List<ImageEntry> images, int firstImage, int firstRecord, FieldCollector into,
        Progress progress) throws IOException {
        progress.begin("Reading attributes of " + input.path().getFileName(), input.size());
        CocoFields fields = new CocoFields(images, firstImage, firstRecord, into);
        JsonCursor.read(input, new IssueLog(input.place()), progress, fields::document);
    }

    private Void document(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String section = parser.currentName();
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (array && section.equals("images")) {
                images(parser);
            } else if (array && section.equals("annotations")) {
                annotations(parser);
            } else {
                parser.skipChildren();
            }
        }
        return null;
    }

    private void images(JsonParser parser) throws IOException {
        List<String[]> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.clear();
            String[] id = {""};
            object(parser, IMAGE, (name, value) -> {
                if (name.equals("id")) {
                    id[0] = value;
                } else {
                    values.add(new String[] {name, value});
                }
            });
            Integer image = imageOfId.remove(id[0]);
            if (image != null) {
                values.forEach(value -> into.image(firstImage + image, value[0], value[1]));
            }
        }
    }

    private void annotations(JsonParser parser) throws IOException {
        int[] position = {firstRecord};
        Sink sink = (name, value) -> into.label(position[0], name, value);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            object(parser, ANNOTATION, sink);
            position[0]++;
        }
    }

    private static void object(JsonParser parser, Set<String> known, Sink sink) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!known.contains(name)) {
                value(parser, name, 0, sink);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void value(JsonParser parser, String name, int depth, Sink sink) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
            members(parser, name, depth, sink);
        } else if (token == JsonToken.START_ARRAY) {
            texts(parser, name, sink);
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            sink.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    private static void members(JsonParser parser, String name, int depth, Sink sink) throws IOException {
        List<String> members = new ArrayList<>();
        List<String[]> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            members.add(member);
            parser.nextToken();
            value(parser, depth == 0 && name.equals("attributes") ? member : name + "." + member, depth + 1,
                (field, text) -> values.add(new String[] {field, text}));
        }
        if (!FieldValue.isMask(members)) {
            values.forEach(value -> sink.put(value[0], value[1]));
        }
    }

    /** A list of texts counts as one text; any other list is geometry. */
    private static void texts(JsonParser parser, String name, Sink sink) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean whole = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            whole &= parser.currentToken() == JsonToken.VALUE_STRING;
            if (whole) {
                texts.add(parser.getText());
            }
            parser.skipChildren();
        }
        if (whole) {
            sink.put(name, String.join(", ", texts));
        }
    }
}
