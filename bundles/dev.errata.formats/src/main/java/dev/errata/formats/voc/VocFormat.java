package dev.errata.formats.voc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.Numbers;
import dev.errata.formats.io.Pictures;
import dev.errata.formats.io.RawText;
import dev.errata.formats.io.SafeXml;
import dev.errata.formats.io.TextEdits;
import dev.errata.formats.io.XmlElement;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.Flags;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records.Anchor;
import dev.errata.formats.records.Records.Row;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;

/**
 * Pascal VOC: an XML file an image (Everingham et al., "The PASCAL Visual Object Classes Challenge", development kit). The
 * corners are taken as they are, width = xmax - xmin, whether a file counts pixels from 0 or from 1.
 */
public final class VocFormat extends RecordFormat {

    private static final Set<String> KNOWN = Set.of("name", "bndbox", "part", "polygon");
    private static final Set<String> HEADER = Set.of("filename", "path", "size", "object");
    private static final Set<String> FLAGS = Set.of("difficult", "truncated", "occluded");
    private static final List<String> CORNERS = List.of("xmin", "ymin", "xmax", "ymax");

    public VocFormat() {
        super("voc", TextLayout.XML);
    }

    @Override
    public boolean manyFiles() {
        return true;
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.ATTRIBUTES, Holds.IMAGE_SIZES, Holds.NEGATIVES);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return recognises(head);
    }

    private static boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.contains("<annotation>") && (text.contains("<filename>") || text.contains("<object>")
            || text.contains("<size>"));
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        return VocResults.looksLike(file.getFileName().toString(), new String(head, StandardCharsets.UTF_8));
    }

    @Override
    public boolean recognisesPredictions(LabelTree tree) throws IOException {
        for (String file : tree.names("txt")) {
            if (VocResults.isResults(file)) {
                return VocResults.looksLike(file, new String(tree.head(file), StandardCharsets.UTF_8));
            }
        }
        return false;
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        List<String> files = tree.names("xml");
        return !files.isEmpty() && recognises(tree.head(files.getFirst()));
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        if (into.predictions()) {
            new VocResults(source, into).read();
            return;
        }
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("xml");
        each(source, into, files, 1, file -> {
            String text = source.text(file);
            SafeXml.check(text.getBytes(StandardCharsets.ISO_8859_1), source.tree().place(file));
            XmlElement root = XmlElement.root(text);
            if (!root.name().equals("annotation")) {
                throw new IssueLog(source.tree().place(file)).refuse("voc.root", 1, 1, file, root.name(), "The root element is <"
                    + root.name() + ">; <annotation> was expected.");
            }
            return () -> new ObjectFile(source, into, file, text).read(root);
        });
    }

    /** Reads the file of one image. */
    private static final class ObjectFile {

        private final Source source;
        private final Records into;
        private final String file;
        private final String text;
        private final int fileIndex;
        private LineIndex lines;

        ObjectFile(Source source, Records into, String file, String text) {
            this.source = source;
            this.into = into;
            this.file = file;
            this.text = text;
            this.fileIndex = into.file(file, source.tree().place(file));
        }

        void read(XmlElement root) throws IOException {
            int image = image(root);
            fields(root, "", image);
            for (XmlElement object : root.children("object")) {
                object(object, image);
            }
            int end = root.innerEnd();
            while (" \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            into.anchor(image, new Anchor(fileIndex, end, 0, "", ""));
        }

        /** Whatever the file says beside name, size and objects, for example the year in source/database. */
        private void fields(XmlElement parent, String prefix, int image) {
            for (XmlElement child : parent.children()) {
                if (!HEADER.contains(child.name())) {
                    String name = prefix + child.name();
                    into.imageField(image, name, child.children().isEmpty() ? child.content(text) : "");
                    fields(child, name + ".", image);
                }
            }
        }

        private int image(XmlElement root) throws IOException {
            String name = root.content(text, "filename");
            String stem = Pictures.stem(Pictures.base(file));
            if (name.isEmpty()) {
                name = stem + ".jpg";
                into.note("voc.filename", source.tree().place(file), "There is no file name; that of the label file was taken.");
            } else if (name.indexOf('.') < 0) {
                name += ".jpg";
            }
            if (!Pictures.stem(Pictures.base(name)).equals(stem)) {
                into.note("voc.filename.differs", source.tree().place(file), "The label file is not called as its picture "
                    + name + " is; the name that stands in the file counts.");
            }
            XmlElement size = root.child("size");
            int width = size == null ? 0 : side(size, "width");
            int height = size == null ? 0 : side(size, "height");
            if (width == 0 || height == 0) {
                Optional<Pictures.Picture> picture = source.pictures().named(name);
                width = picture.map(Pictures.Picture::width).orElse(0);
                height = picture.map(Pictures.Picture::height).orElse(0);
                into.note("voc.size", source.tree().place(file), "There is no image size; "
                    + (width > 0 ? "that of the picture was taken." : "and the picture was not found."));
            }
            return into.image(name, Pictures.stem(file), width, height);
        }

        private int side(XmlElement size, String side) {
            double value = Numbers.parse(size.content(text, side));
            return value > 0 && value < Integer.MAX_VALUE ? (int) value : 0;
        }

        private void object(XmlElement object, int image) {
            int position = into.record(fileIndex, object.begin(), object.end());
            LineIndex.Place place = place(object.begin());
            String record = "object " + (position + 1);
            XmlElement box = object.child("bndbox");
            String name = object.content(text, "name");
            if (box == null || object.child("name") == null) {
                into.quarantine(position, box == null ? "voc.bndbox" : "voc.name", place.line(), place.column(), record, "",
                    "The object has no <" + (box == null ? "bndbox" : "name") + ">.");
                return;
            }
            double[] corners = new double[4];
            for (int i = 0; i < 4; i++) {
                corners[i] = Numbers.parse(box.content(text, CORNERS.get(i)));
                if (!Double.isFinite(corners[i])) {
                    into.quarantine(position, "voc.number", place.line(), place.column(), record,
                        box.content(text, CORNERS.get(i)), "The <" + CORNERS.get(i) + "> is no finite number.");
                    return;
                }
            }
            Row row = new Row();
            row.image = image;
            row.label = into.label(name);
            row.x = corners[0];
            row.y = corners[1];
            row.width = corners[2] - corners[0];
            row.height = corners[3] - corners[1];
            row.line = place.line();
            row.column = place.column();
            for (XmlElement child : object.children()) {
                if (FLAGS.contains(child.name()) && !child.content(text).matches("[01]")) {
                    into.warn(position, "voc.flag", place.line(), place.column(), record, child.content(text),
                        "The flag <" + child.name() + "> is neither 0 nor 1; it was kept as it is.");
                }
            }
            into.add(position, row);
        }

        private LineIndex.Place place(int offset) {
            if (lines == null) {
                lines = LineIndex.of(text);
            }
            return lines.place(offset);
        }
    }

    @Override
    protected Detail detail(String text, ImageEntry image) {
        String record = new RawText(StandardCharsets.UTF_8).encode(text);
        XmlElement object = XmlElement.root(record);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (XmlElement child : object.children()) {
            if (!KNOWN.contains(child.name()) && child.children().isEmpty()) {
                attributes.put(child.name(), child.content(record));
            }
        }
        return new Detail(List.of(), attributes, "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        XmlElement object = XmlElement.root(record);
        TextEdits edits = new TextEdits(record);
        if (edit.label() != null) {
            content(edits, object.child("name"), XmlElement.escape(context.className(edit.label())));
        }
        if (edit.box() != null) {
            XmlElement box = object.child("bndbox");
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

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        String indent = "\n        ";
        String unit = "    ";
        if (neighbour != null) {
            XmlElement object = XmlElement.root(neighbour);
            XmlElement box = object.child("bndbox");
            if (!object.children().isEmpty()) {
                indent = neighbour.substring(object.inner(), object.children().getFirst().begin());
            }
            if (box != null && !box.children().isEmpty()) {
                String inner = neighbour.substring(box.inner(), box.children().getFirst().begin());
                unit = inner.startsWith(indent) ? inner.substring(indent.length()) : "";
            }
        }
        return object(context.className(edit.label()), edit.box(), edit.attributes() == null ? Map.of() : edit.attributes(),
            context, indent, unit);
    }

    private static String object(String rawName, double[] box, Map<String, String> attributes, EditContext context,
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

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Pascal VOC labels", truth.images().size());
        FileNames names = new FileNames(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            ImageEntry entry = truth.images().get(image);
            EditContext context = EditContext.plain(truth, entry);
            StringBuilder text = new StringBuilder("<annotation>\n    <filename>").append(XmlElement.escape(entry.fileName()))
                .append("</filename>\n    <size>\n        <width>").append(entry.width()).append("</width>\n        <height>")
                .append(entry.height()).append("</height>\n        <depth>3</depth>\n    </size>\n");
            for (Export.Item item : Export.items(truth, image)) {
                text.append("    ").append(object(truth.classes().get(item.label()).name(), item.box(),
                    item.detail().attributes(),
                    context, "\n        ", "    ")).append('\n');
            }
            try (OutputStream out = to.file(names.stem(image) + ".xml")) {
                out.write(text.append("</annotation>\n").toString().getBytes(StandardCharsets.UTF_8));
            }
            Export.imageWritten(progress);
        }
    }
}
