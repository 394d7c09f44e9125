package dev.errata.formats.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.errata.engine.masks.Mask;
import dev.errata.engine.masks.MaskOutlines;
import dev.errata.engine.masks.ReshapedMask;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/** Changes values within the text of one annotation and leaves the rest of its text as it is. */
final class RecordEditor {

    /** Outlines that repeat a box are often rounded to whole hundredths. */
    private static final double SAME = 0.011;

    private final String record;
    private final RawText raw;
    private final List<Span> fields;
    private final List<Replacement> replacements = new ArrayList<>();
    private final StringBuilder appended = new StringBuilder();
    private final RecordStyle style;

    private record Replacement(int begin, int end, String text) {
    }

    private RecordEditor(String record, RawText raw) {
        this.record = record;
        this.raw = raw;
        this.fields = JsonSpans.of(record, 0);
        this.style = RecordStyle.of(record);
    }

    /**
     * The text of a changed record.
     *
     * @param record the record as written
     * @param category the id of the record's class as the file writes it; only used where the class changes
     */
    static String apply(String record, RawText raw, Changed edit, String category) {
        RecordEditor editor = new RecordEditor(record, raw);
        if (edit.label() != null) {
            editor.set("category_id", category);
        }
        editor.shape(edit.box(), edit.polygons());
        if (edit.attributes() != null) {
            editor.attributes(edit.attributes());
        }
        if (edit.crowd() != null) {
            editor.crowd(edit.crowd());
        }
        return editor.result();
    }

    private String result() {
        StringBuilder text = new StringBuilder(record);
        replacements.sort(Comparator.comparingInt(Replacement::begin).reversed());
        int end = fields.isEmpty() ? 1 : fields.getLast().end();
        text.insert(end, appended);
        for (Replacement replacement : replacements) {
            text.replace(replacement.begin, replacement.end, replacement.text);
        }
        return text.toString();
    }

    private String value(String name) {
        Span field = JsonSpans.field(fields, name);
        return field == null ? null : field.value(record);
    }

    private void set(String name, String value) {
        Span field = JsonSpans.field(fields, name);
        if (field != null) {
            replacements.add(new Replacement(field.value(), field.end(), value));
        } else {
            appended.append(fields.isEmpty() && appended.isEmpty() ? "" : style.comma()).append(style.field(name, value));
        }
    }

    /** Sets box and outlines, either of which may be null; the area is that of the outlines where there are any. */
    private void shape(double[] box, List<double[]> polygons) {
        double[] old = currentBox();
        boolean outlined = hasOutline();
        boolean moved = box != null && !Arrays.equals(old, box);
        if (moved) {
            box(old, box);
        }
        Optional<Mask> mask = polygons == null || polygons.isEmpty() ? Optional.empty() : holedMask();
        if (mask.isPresent()) {
            Mask reshaped = ReshapedMask.of(mask.get(), polygons);
            set("segmentation", Segmentation.with(value("segmentation"), reshaped));
            area(reshaped.area());
        } else if (polygons != null) {
            if (polygons(polygons)) {
                double[] now = box == null ? old : box;
                area(!polygons.isEmpty() ? Outlines.area(polygons) : now == null ? 0 : now[2] * now[3]);
            } else if (moved && !outlined) {
                area(box[2] * box[3]);
            }
        } else if (moved && (!outlined || old != null && moveOutline(old, box))) {
            area(box[2] * box[3]);
        }
    }

    /** The mask that the record has, if it has holes: it stays one, for outlines cannot tell these. */
    private Optional<Mask> holedMask() {
        String text = value("segmentation");
        return text == null ? Optional.empty() : Segmentation.mask(text).filter(mask -> !MaskOutlines.holes(mask).isEmpty());
    }

    private void box(double[] old, double[] box) {
        String text = value("bbox");
        List<Span> numbers = text != null && text.startsWith("[") ? JsonSpans.of(text, 0) : List.of();
        if (numbers.size() == 4) {
            int at = JsonSpans.field(fields, "bbox").value();
            boolean point = ArrayStyle.hasPoint(text);
            for (int i = 0; i < 4; i++) {
                Span number = numbers.get(i);
                if (old == null || old[i] != box[i]) {
                    replacements.add(new Replacement(at + number.begin(), at + number.end(), Numbers.format(box[i], point)));
                }
            }
        } else {
            set("bbox", style.array().numbers(box));
        }
    }

    private boolean hasOutline() {
        String text = value("segmentation");
        return text != null && (text.startsWith("{") || !Segmentation.polygons(text).isEmpty());
    }

    private void area(double area) {
        String old = value("area");
        if (old != null && !old.equals("null")) {
            set("area", Numbers.format(area, ArrayStyle.hasPoint(old)));
        }
    }

    private double[] currentBox() {
        String text = value("bbox");
        if (text != null && text.startsWith("[")) {
            double[] box = JsonSpans.of(text, 0).stream().map(span -> span.value(text))
                .mapToDouble(number -> Numbers.parse(number.startsWith("\"") ? JsonText.unquote(number).strip() : number))
                .toArray();
            if (box.length == 4) {
                return box;
            }
        }
        return Segmentation.bounds(record);
    }

    /**
     * An outline that only repeats the box follows it; each corner stays the corner that it was.
     *
     * @return whether it is such an outline
     */
    private boolean moveOutline(double[] old, double[] box) {
        String text = value("segmentation");
        List<double[]> polygons = text == null ? List.of() : Segmentation.polygons(text);
        if (polygons.size() != 1 || polygons.getFirst().length < 8 || polygons.getFirst().length > 10) {
            return false;
        }
        double[] points = polygons.getFirst();
        double[] moved = new double[points.length];
        int corners = 0;
        for (int i = 0; i < points.length; i += 2) {
            int right = side(points[i], old[0], old[2]);
            int bottom = side(points[i + 1], old[1], old[3]);
            if (right < 0 || bottom < 0) {
                return false;
            }
            corners |= 1 << (2 * bottom + right);
            moved[i] = box[0] + right * box[2];
            moved[i + 1] = box[1] + bottom * box[3];
        }
        if (corners == 0b1111) {
            set("segmentation", polygonsText(text, List.of(moved)));
        }
        return corners == 0b1111;
    }

    private static int side(double value, double begin, double size) {
        if (Math.abs(value - begin) <= SAME) {
            return 0;
        }
        return Math.abs(value - begin - size) <= SAME ? 1 : -1;
    }

    /** @return whether they are others than before */
    private boolean polygons(List<double[]> polygons) {
        String text = value("segmentation");
        if (text != null && same(Segmentation.polygons(text), polygons) && (text.startsWith("[") || !polygons.isEmpty())) {
            return false;
        }
        if (text != null || !polygons.isEmpty()) {
            set("segmentation", polygonsText(text == null ? "[]" : text, polygons));
            return true;
        }
        return false;
    }

    private static boolean same(List<double[]> some, List<double[]> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = Arrays.equals(some.get(i), others.get(i));
        }
        return same;
    }

    private String polygonsText(String old, List<double[]> polygons) {
        return style.polygons(old, polygons);
    }

    private void attributes(Map<String, String> attributes) {
        String text = value("attributes");
        boolean object = text != null && text.startsWith("{");
        if (!object) {
            if (!attributes.isEmpty()) {
                set("attributes", style.attributes(attributes, Map.of(), raw));
            }
            return;
        }
        Map<String, String> old = CocoDetails.attributes(raw.decode(text));
        if (old.equals(attributes)) {
            return;
        }
        List<Span> spans = JsonSpans.of(text, 0);
        if (old.keySet().equals(attributes.keySet())) {
            changeAttributes(text, spans, old, attributes);
        } else {
            set("attributes", RecordStyle.of(text).attributes(attributes, rawValues(text, spans), raw));
        }
    }

    private Map<String, String> rawValues(String text, List<Span> spans) {
        Map<String, String> values = new HashMap<>();
        for (Span span : spans) {
            String name = text.substring(span.begin(), JsonSpans.end(text, span.begin()));
            values.put(JsonText.unquote(raw.decode(name)), span.value(text));
        }
        return values;
    }

    private void changeAttributes(String text, List<Span> spans, Map<String, String> old, Map<String, String> attributes) {
        int at = JsonSpans.field(fields, "attributes").value();
        int index = 0;
        for (Map.Entry<String, String> attribute : old.entrySet()) {
            Span span = spans.get(index++);
            String value = attributes.get(attribute.getKey());
            if (!attribute.getValue().equals(value)) {
                replacements.add(new Replacement(at + span.value(), at + span.end(),
                    RecordStyle.attribute(value, span.value(text), raw)));
            }
        }
    }

    private void crowd(boolean crowd) {
        String text = value("iscrowd");
        if (text == null) {
            if (crowd) {
                set("iscrowd", "1");
            }
            return;
        }
        boolean old = text.equals("true") || Numbers.isNumber(text) && Numbers.parse(text) != 0;
        if (old != crowd) {
            boolean words = text.equals("true") || text.equals("false");
            set("iscrowd", words ? Boolean.toString(crowd) : crowd ? "1" : "0");
        }
    }
}
