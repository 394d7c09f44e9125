package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.text.Offsets;

/** Looks up single annotations in the COCO file they came from. */
final class CocoDetails implements AnnotationDetails {

    private static final Set<String> COLUMNS = Set.of("id", "image_id", "category_id", "bbox", "area", "iscrowd");

    /** Bytes read at once: records that stand together are asked for together, and no file stays open. */
    private static final int WINDOW = 1 << 15;

    /** A part of the file. */
    private record Window(long begin, byte[] bytes) {
    }

    private final LabelInput input;
    private final Offsets offsets;
    private volatile Window window;

    CocoDetails(LabelInput input, Offsets offsets) {
        this.input = input;
        this.offsets = offsets;
    }

    @Override
    public Detail read(int position) throws IOException {
        boolean plain = !input.isPacked() && input.charset() == StandardCharsets.UTF_8;
        if (plain && position + 1 < offsets.size() && offsets.get(position + 1) - offsets.get(position) < WINDOW) {
            return detail(between(offsets.get(position), offsets.get(position + 1)));
        }
        input.checkUnchanged();
        try (RecordTexts texts = new RecordTexts(input, offsets)) {
            return detail(texts.read(position));
        }
    }

    /** The record that begins at a byte, and ends somewhere in front of the next one. */
    private String between(long begin, long next) throws IOException {
        Window at = window;
        if (at == null || begin < at.begin || next > at.begin + at.bytes.length) {
            input.checkUnchanged();
            try (InputStream in = input.openAt(begin)) {
                at = new Window(begin, in.readNBytes(WINDOW));
            }
            window = at;
        }
        int from = (int) (begin - at.begin);
        int to = Math.min((int) (next - at.begin), at.bytes.length);
        while (to > from && at.bytes[to - 1] != '}') {
            to--;
        }
        return new String(at.bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean quick() {
        return !input.isPacked();
    }

    @Override
    public Optional<Offsets> places() {
        return Optional.of(offsets);
    }

    static Detail detail(String record) {
        List<double[]> polygons = List.of();
        Map<String, String> attributes = Map.of();
        StringBuilder unknown = new StringBuilder();
        for (Span field : JsonSpans.of(record, 0)) {
            String value = field.value(record);
            if (field.name().equals("segmentation")) {
                polygons = Segmentation.polygons(value);
            } else if (field.name().equals("attributes") && value.startsWith("{")) {
                attributes = attributes(value);
                continue;
            }
            boolean kept = field.name().equals("segmentation") && (!polygons.isEmpty() || value.equals("[]"));
            if (!kept && !COLUMNS.contains(field.name())) {
                unknown.append(unknown.isEmpty() ? "{" : ", ").append(record, field.begin(), field.end());
            }
        }
        return new Detail(polygons, attributes, unknown.isEmpty() ? "" : unknown.append('}').toString());
    }

    /** Texts without their quotes, everything else as written. */
    static Map<String, String> attributes(String object) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Span field : JsonSpans.of(object, 0)) {
            String value = field.value(object);
            attributes.put(field.name(), value.startsWith("\"") ? JsonText.unquote(value) : value);
        }
        return attributes;
    }
}
