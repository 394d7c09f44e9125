package dev.errata.formats.cvat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.RecordFormat.EditContext;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;
import dev.errata.formats.xml.XmlElement;

/** Changes the text of shapes of CVAT, and writes new ones. */
final class CvatEdit {

    static final Set<String> GEOMETRY = Set.of("label", "xtl", "ytl", "xbr", "ybr", "points", "cx", "cy", "rx", "ry",
        "rle", "left", "top", "width", "height", "frame", "outside");

    /** What CVAT itself says of a shape; everything else is an element of its own. */
    private static final Set<String> OWN = Set.of("occluded", "z_order", "source", "keyframe");

    private CvatEdit() {
    }

    /** The text of a shape with values changed. */
    static String changed(String record, Changed edit, EditContext context) {
        XmlElement shape = XmlElement.root(record);
        TextEdits edits = new TextEdits(record);
        if (CvatTrack.isShape(shape)) {
            CvatTrack.keep(shape, edits);
        } else if (edit.label() != null) {
            attribute(edits, shape, "label", XmlElement.escape(context.className(edit.label())));
        }
        if (edit.polygons() != null && !edit.polygons().isEmpty() && shape.name().equals("polygon")) {
            if (!Arrays.equals(CvatShape.points(shape), edit.polygons().getFirst())) {
                attribute(edits, shape, "points", points(edit.polygons().getFirst()));
            }
        } else if (edit.box() != null) {
            box(edits, shape, edit.box());
        }
        if (edit.attributes() != null) {
            attributes(edits, shape, edit.attributes(), record, context.raw());
        }
        return edits.result();
    }

    private static void attribute(TextEdits edits, XmlElement shape, String name, String value) {
        int[] place = shape.attributePlaces().get(name);
        edits.replace(place[0], place[1], value);
    }

    private static void box(TextEdits edits, XmlElement shape, double[] box) {
        if (CvatShape.rotation(shape) != 0) {
            if (Arrays.equals(CvatShape.box(shape), box)) {
                return;
            }
            // what somebody drew is upright
            attribute(edits, shape, CvatShape.ROTATION, "0.00");
        }
        switch (shape.name()) {
            case "polygon" -> attribute(edits, shape, "points",
                points(Outlines.moved(CvatShape.points(shape), CvatShape.box(shape), box)));
            case "ellipse" -> numbers(edits, shape, List.of("cx", "cy", "rx", "ry"),
                new double[] {box[0] + box[2] / 2, box[1] + box[3] / 2, box[2] / 2, box[3] / 2});
            case "mask" -> numbers(edits, shape, List.of("left", "top", "width", "height"), box);
            default -> numbers(edits, shape, CvatShape.CORNERS, new double[] {box[0], box[1], EditNumbers.far(box[0], box[2]),
                EditNumbers.far(box[1], box[3])});
        }
    }

    private static void numbers(TextEdits edits, XmlElement shape, List<String> names, double[] values) {
        for (int i = 0; i < values.length; i++) {
            String old = shape.attribute(names.get(i));
            if (!EditNumbers.same(Numbers.parse(old), values[i])) {
                attribute(edits, shape, names.get(i), EditNumbers.padded(Numbers.format(values[i], false), old));
            }
        }
    }

    private static String points(double[] points) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : ";").append(Numbers.format(points[i], true)).append(',')
                .append(Numbers.format(points[i + 1], true));
        }
        return text.toString();
    }

    private static void attributes(TextEdits edits, XmlElement shape, Map<String, String> attributes, String record,
        RawText raw) {
        Set<String> found = new HashSet<>();
        for (String name : shape.attributes().keySet()) {
            String value = attributes.get(name);
            found.add(name);
            if (!GEOMETRY.contains(name) && value != null && !value.equals(shape.attribute(name))) {
                attribute(edits, shape, name, raw.encode(XmlElement.escape(value)));
            }
        }
        for (XmlElement attribute : shape.children("attribute")) {
            String name = attribute.attribute("name");
            String value = attributes.get(name);
            found.add(name);
            if (value == null) {
                edits.replace(attribute.begin(), attribute.end(), "");
            } else if (!value.equals(attribute.content(record)) && !attribute.closedByTag(record)) {
                edits.replace(attribute.inner(), attribute.innerEnd(), raw.encode(XmlElement.escape(value)));
            }
        }
        StringBuilder added = new StringBuilder();
        attributes.forEach((name, value) -> {
            if (!found.contains(name)) {
                added.append(raw.encode(attributeElement(name, value)));
            }
        });
        if (!added.isEmpty() && shape.closedByTag(record)) {
            edits.replace(record.lastIndexOf('/'), record.length(), ">" + added + "</" + shape.name() + ">");
        } else if (!added.isEmpty()) {
            edits.replace(shape.innerEnd(), shape.innerEnd(), added.toString());
        }
    }

    private static String attributeElement(String name, String value) {
        return "<attribute name=\"" + XmlElement.escape(name) + "\">" + XmlElement.escape(value) + "</attribute>";
    }

    /**
     * The text of a new shape: a polygon where it has one outline, else a box.
     *
     * @param label null where it stands elsewhere
     */
    static String shape(String label, double[] box, List<double[]> polygons, Map<String, String> attributes) {
        boolean outline = polygons.size() == 1 && polygons.getFirst().length >= 6;
        String name = outline ? "polygon" : "box";
        StringBuilder text = new StringBuilder("<").append(name)
            .append(label == null ? "" : " label=\"" + XmlElement.escape(label) + "\"").append(" occluded=\"")
            .append(attributes.getOrDefault("occluded", "0").matches("1|true") ? 1 : 0).append('"');
        if (outline) {
            text.append(" points=\"").append(points(polygons.getFirst())).append('"');
        } else {
            double[] corners = {box[0], box[1], EditNumbers.far(box[0], box[2]), EditNumbers.far(box[1], box[3])};
            for (int i = 0; i < 4; i++) {
                text.append(' ').append(CvatShape.CORNERS.get(i)).append("=\"").append(Numbers.format(corners[i], true))
                    .append('"');
            }
        }
        String order = attributes.getOrDefault("z_order", "0");
        text.append(" z_order=\"").append(order.matches("-?[0-9]{1,9}") ? order : "0").append("\">");
        attributes.forEach((key, value) -> {
            if (!OWN.contains(key)) {
                text.append(attributeElement(key, value));
            }
        });
        return text.append("</").append(name).append('>').toString();
    }
}
