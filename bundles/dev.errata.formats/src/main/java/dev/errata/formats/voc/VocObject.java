package dev.errata.formats.voc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Flags;
import dev.errata.formats.records.RecordFormat.EditContext;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;
import dev.errata.formats.xml.XmlElement;

/** The text of an object of Pascal VOC. */
final class VocObject {

    private static final Set<String> KNOWN = Set.of("name", "bndbox", TurnedBox.NAME, "part", "polygon");
    private static final String TYPE = "type";
    static final Set<String> FLAGS = Set.of("difficult", "truncated", "occluded");
    static final List<String> CORNERS = List.of("xmin", "ymin", "xmax", "ymax");

    private VocObject() {
    }

    /** What an object says beside its name and box, parts and outlines aside. */
    static Map<String, String> attributes(String record) {
        XmlElement object = XmlElement.root(record);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (XmlElement child : object.children()) {
            if (!KNOWN.contains(child.name()) && child.children().isEmpty()) {
                attributes.put(child.name(), child.content(record));
            }
        }
        return attributes;
    }

    /** The text of an object with values changed. */
    static String changed(String record, Changed edit, EditContext context) {
        XmlElement object = XmlElement.root(record);
        TextEdits edits = new TextEdits(record);
        if (edit.label() != null) {
            content(edits, object.child("name"), XmlElement.escape(context.className(edit.label())));
        }
        XmlElement box = object.child("bndbox");
        if (edit.box() != null && box == null) {
            new TurnedBox(object.child(TurnedBox.NAME), record).change(edit.box(), edits);
        } else if (edit.box() != null) {
            double[] corners = corners(edit.box());
            for (int i = 0; i < 4; i++) {
                XmlElement corner = box.child(CORNERS.get(i));
                String old = corner.content(record);
                if (!EditNumbers.same(Numbers.parse(old), corners[i])) {
                    content(edits, corner, EditNumbers.like(corners[i], old));
                }
            }
        }
        if (edit.attributes() != null) {
            attributes(edits, object, edit.attributes(), record, context);
        }
        return edits.result();
    }

    private static void content(TextEdits edits, XmlElement element, String text) {
        edits.replace(element.inner(), element.innerEnd(), text);
    }

    private static void attributes(TextEdits edits, XmlElement object, Map<String, String> attributes, String record,
        EditContext context) {
        for (XmlElement child : object.children()) {
            if (!KNOWN.contains(child.name()) && child.children().isEmpty()) {
                String value = attributes.get(context.raw().decode(child.name()));
                if (value == null) {
                    edits.replace(child.begin(), child.end(), "");
                } else if (!value.equals(child.content(record)) && !child.closedByTag(record)) {
                    content(edits, child, context.raw().encode(XmlElement.escape(value)));
                }
            }
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (isName(attribute.getKey()) && object.child(attribute.getKey()) == null) {
                int at = object.child("name").end();
                edits.replace(at, at, "<" + attribute.getKey() + ">"
                    + context.raw().encode(XmlElement.escape(attribute.getValue()))
                    + "</" + attribute.getKey() + ">");
            }
        }
    }

    private static boolean isName(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !KNOWN.contains(text);
    }

    private static double[] corners(double[] box) {
        return new double[] {box[0], box[1], EditNumbers.far(box[0], box[2]), EditNumbers.far(box[1], box[3])};
    }

    /** The text of a new object, in the manner of a neighbour where there is one. */
    static String added(Added edit, String neighbour, EditContext context) {
        String indent = "\n        ";
        String unit = "    ";
        Map<String, String> attributes = new LinkedHashMap<>(edit.attributes() == null ? Map.of() : edit.attributes());
        if (neighbour != null) {
            XmlElement object = XmlElement.root(neighbour);
            if (KNOWN.contains(object.content(neighbour, TYPE))) {
                // roLabelImg needs to be told which kind of box follows
                attributes.put(TYPE, "bndbox");
            }
            XmlElement box = object.child("bndbox");
            if (!object.children().isEmpty()) {
                indent = neighbour.substring(object.inner(), object.children().getFirst().begin());
            }
            if (box != null && !box.children().isEmpty()) {
                String inner = neighbour.substring(box.inner(), box.children().getFirst().begin());
                unit = inner.startsWith(indent) ? inner.substring(indent.length()) : "";
            }
        }
        return text(context.className(edit.label()), edit.box(), attributes, context, indent, unit);
    }

    /** The text of an object. */
    static String text(String rawName, double[] box, Map<String, String> attributes, EditContext context,
        String indent, String unit) {
        String close = indent.length() >= unit.length() && !unit.isEmpty() && indent.endsWith(unit)
            ? indent.substring(0, indent.length() - unit.length()) : indent;
        StringBuilder text = new StringBuilder("<object>").append(indent).append("<name>").append(XmlElement.escape(rawName))
            .append("</name>");
        attributes.forEach((key, value) -> {
            if (isName(key)) {
                String written = FLAGS.contains(key) ? Flags.digit(value) : value;
                text.append(indent).append('<').append(key).append('>').append(context.raw().encode(XmlElement.escape(written)))
                    .append("</").append(key).append('>');
            }
        });
        text.append(indent).append("<bndbox>");
        double[] corners = corners(box);
        for (int i = 0; i < 4; i++) {
            text.append(indent).append(unit).append('<').append(CORNERS.get(i)).append('>')
                .append(Numbers.format(corners[i], false)).append("</").append(CORNERS.get(i)).append('>');
        }
        return text.append(indent).append("</bndbox>").append(close).append("</object>").toString();
    }
}
