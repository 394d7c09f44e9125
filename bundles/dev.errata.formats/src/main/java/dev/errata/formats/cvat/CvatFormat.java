package dev.errata.formats.cvat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.xml.XmlElement;

/**
 * CVAT for images 1.1 (https://docs.cvat.ai/docs/dataset_management/formats/format-cvat), and CVAT for video 1.1, see
 * {@link CvatTrack}.
 */
public final class CvatFormat extends RecordFormat {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    static final Set<String> SHAPES = Set.of("box", "polygon", "polyline", "points", "ellipse", "mask", "cuboid",
        "skeleton");
    private static final Set<String> IMAGE = Set.of("id", "name", "width", "height");

    public CvatFormat() {
        super("cvat", TextLayout.XML);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.ATTRIBUTES, Holds.IMAGE_SIZES, Holds.NEGATIVES);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.contains("<annotations") && (text.contains("<image ") || text.contains("<meta>")
            || text.contains("<version>"));
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        return false;
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("xml", head -> recognises(tree.path(), head));
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("xml");
        each(source, into, files, 2, file -> {
            source.checkXml(file);
            return () -> read(file, files.size() == 1 ? "" : file + "/", source, into);
        });
    }

    private static void read(String file, String prefix, Source source, Records into) throws IOException {
        int fileIndex = into.file(file, source.place(file));
        int first = into.imageCount();
        String header;
        try (InputStream in = source.peek(file)) {
            header = CvatMeta.find(in, source.place(file));
        }
        CvatMeta.labels(header, into);
        List<CvatVideo> videos = CvatVideo.all(header);
        source.xmlElements(file, element -> {
            into.element(element);
            XmlElement child = XmlElement.root(element.raw());
            if (child.name().equals("image")) {
                image(child, element.raw(), prefix, into, fileIndex);
            } else if (child.name().equals("track")) {
                CvatTrack.read(child, element.raw(), prefix, videos, into, fileIndex);
            }
            return true;
        });
        CvatMeta.imageFields(header, into, first, into.imageCount());
    }

    @Override
    protected String head(LabelTree tree, String file) throws IOException {
        try (InputStream in = tree.openText(file)) {
            return CvatMeta.find(in, tree.place(file));
        }
    }

    private static void image(XmlElement image, String text, String prefix, Records into, int file) {
        String name = image.attribute("name");
        String subset = image.attribute("subset");
        int index = into.image(name, prefix + (subset.isEmpty() ? "" : subset + "/") + name, side(image, "width"),
            side(image, "height"));
        imageFields(image, index, text, into);
        if (image.closedByTag(text)) {
            int slash = text.lastIndexOf('/', image.end() - 1);
            into.anchor(index, new Anchor(file, slash, image.end() - slash, ">", "\n  </image>"));
        } else {
            int end = image.innerEnd();
            while (" \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            into.anchor(index, new Anchor(file, end, 0, "", ""));
        }
        for (XmlElement shape : image.children()) {
            if (SHAPES.contains(shape.name())) {
                shape(shape, shape.attribute("label"), index, into, into.record(file, shape.begin(), shape.end()));
            } else {
                unsupported(shape, into, file);
            }
        }
    }

    /** What CVAT says of an image, of the task it belongs to, and by tags of the whole image. */
    private static void imageFields(XmlElement image, int index, String text, Records into) {
        image.attributes().keySet().stream().filter(name -> !IMAGE.contains(name))
            .forEach(name -> into.imageField(index, name, image.attribute(name)));
        List<XmlElement> tags = image.children("tag");
        if (!tags.isEmpty()) {
            into.imageField(index, "tag", String.join(", ", tags.stream().map(tag -> tag.attribute("label")).toList()));
        }
        for (XmlElement tag : tags) {
            for (XmlElement attribute : tag.children("attribute")) {
                into.imageField(index, attribute.attribute("name"), attribute.content(text));
            }
        }
    }

    /** Tags of whole images are no boxes; they come back as they were. */
    private static void unsupported(XmlElement element, Records into, int file) {
        int position = into.record(file, element.begin(), element.end());
        into.quarantine(position, "cvat.unsupported", 0, 0, element.name() + " " + position, element.attribute("label"),
            "A <" + element.name() + "> is no box or outline of one image.");
    }

    private static int side(XmlElement image, String side) {
        double value = Numbers.parse(image.attribute(side));
        return value > 0 && value < Integer.MAX_VALUE ? (int) value : 0;
    }

    /** Reads the shape at a position. */
    static void shape(XmlElement shape, String label, int image, Records into, int position) {
        String record = shape.name() + " " + position;
        if (label.isEmpty()) {
            into.quarantine(position, "cvat.label", 0, 0, record, "", "The shape has no label.");
            return;
        }
        double[] box = CvatShape.box(shape);
        if (box == null || !Outlines.finite(box)) {
            into.quarantine(position, "cvat.shape", 0, 0, record, shape.name(),
                "The shape is no box, polygon, ellipse or mask of finite numbers.");
            return;
        }
        if (CvatShape.rotation(shape) != 0) {
            into.warn(position, "cvat.rotation", 0, 0, record, shape.attribute(CvatShape.ROTATION),
                "The shape is turned; the upright box around it was imported.");
        }
        Row row = new Row();
        row.image = image;
        row.label = into.label(label);
        row.setBox(box);
        into.add(position, row);
    }

    @Override
    protected Detail detail(String text, ImageEntry image) {
        String record = UTF_8.encode(text);
        XmlElement shape = XmlElement.root(record);
        Map<String, String> attributes = new LinkedHashMap<>();
        shape.attributes().keySet().stream().filter(name -> !CvatEdit.GEOMETRY.contains(name))
            .forEach(name -> attributes.put(name, shape.attribute(name)));
        for (XmlElement attribute : shape.children("attribute")) {
            attributes.put(attribute.attribute("name"), attribute.content(record));
        }
        double[] points = shape.name().equals("polygon") ? CvatShape.points(shape) : new double[0];
        return new Detail(points.length < 6 ? List.of() : List.of(points), attributes, "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        return CvatEdit.changed(record, edit, context);
    }

    @Override
    protected String kept(String record) {
        return CvatTrack.isShape(XmlElement.root(record)) ? CvatTrack.kept(record) : record;
    }

    @Override
    protected String removed(String record) {
        return CvatTrack.isShape(XmlElement.root(record)) ? CvatTrack.ended(record) : null;
    }

    @Override
    protected String sharedLabel(int label, EditContext context) {
        return XmlElement.escape(context.className(label));
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        Map<String, String> attributes = edit.attributes() == null ? Map.of() : edit.attributes();
        return context.raw().encode(CvatTrack.isFrame(context.image().originalId())
            ? CvatTrack.single(edit, attributes, context)
            : CvatEdit.shape(context.truth().classes().get(edit.label()).name(), edit.box(),
                edit.polygons() == null ? List.of() : edit.polygons(), attributes));
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing CVAT labels", truth.images().size());
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to.file("annotations.xml"), StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
            out.write("<annotations>\n  <version>1.1</version>\n  <meta><task><labels>");
            for (ClassEntry entry : truth.classes()) {
                out.write("<label><name>" + XmlElement.escape(entry.name()) + "</name></label>");
            }
            out.write("</labels></task></meta>\n");
            for (int image = 0; image < truth.images().size(); image++) {
                ImageEntry entry = truth.images().get(image);
                out.write("  <image id=\"" + image + "\" name=\"" + XmlElement.escape(entry.fileName()) + "\" width=\""
                    + entry.width() + "\" height=\"" + entry.height() + "\">\n");
                for (Export.Item item : Export.items(truth, image)) {
                    out.write("    " + CvatEdit.shape(truth.classes().get(item.label()).name(), item.box(),
                        item.detail().polygons(), item.detail().attributes()) + "\n");
                }
                out.write("  </image>\n");
                Export.imageWritten(progress);
            }
            out.write("</annotations>\n");
        }
    }
}
