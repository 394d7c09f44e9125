package dev.errata.formats.voc;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.xml.XmlElement;

/** Reads the file of one image. */
final class VocFileReader {

    private static final Set<String> HEADER = Set.of("filename", "path", "size", "object");
    private final Source source;
    private final Records into;
    private final String file;
    private final String text;
    private final int fileIndex;
    private LineIndex lines;

    VocFileReader(Source source, Records into, String file, String text) {
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
        String stem = PathNames.stem(PathNames.base(file));
        if (name.isEmpty()) {
            name = stem + ".jpg";
            into.note("voc.filename", source.tree().place(file), "There is no file name; that of the label file was taken.");
        } else if (name.indexOf('.') < 0) {
            name += ".jpg";
        }
        if (!PathNames.stem(PathNames.base(name)).equals(stem)) {
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
        return into.image(name, PathNames.stem(file), width, height);
    }

    private int side(XmlElement size, String side) {
        double value = Numbers.parse(size.content(text, side));
        return value > 0 && value < Integer.MAX_VALUE ? (int) value : 0;
    }

    private void object(XmlElement object, int image) {
        int position = into.record(fileIndex, object.begin(), object.end());
        LineIndex.Place place = place(object.begin());
        String record = name(position);
        XmlElement box = object.child("bndbox");
        XmlElement turned = object.child(TurnedBox.NAME);
        if (box == null && turned == null || object.child("name") == null) {
            boolean noBox = box == null && turned == null;
            into.quarantine(position, noBox ? "voc.bndbox" : "voc.name", place.line(), place.column(), record, "",
                "The object has no <" + (noBox ? "bndbox" : "name") + ">.");
            return;
        }
        Row row = new Row();
        if (!(box == null ? turned(turned, row, position, place) : corners(box, row, position, place))) {
            return;
        }
        row.image = image;
        row.label = into.label(object.content(text, "name"));
        row.line = place.line();
        row.column = place.column();
        for (XmlElement child : object.children()) {
            if (VocObject.FLAGS.contains(child.name()) && !child.content(text).matches("[01]")) {
                into.warn(position, "voc.flag", place.line(), place.column(), record, child.content(text),
                    "The flag <" + child.name() + "> is neither 0 nor 1; it was kept as it is.");
            }
        }
        into.add(position, row);
    }

    /** Takes the corners of a box; false where one is no number, and the record was set aside. */
    private boolean corners(XmlElement box, Row row, int position, LineIndex.Place place) {
        double[] corners = new double[4];
        for (int i = 0; i < 4; i++) {
            String corner = VocObject.CORNERS.get(i);
            corners[i] = Numbers.parse(box.content(text, corner));
            if (!Double.isFinite(corners[i])) {
                noNumber(corner, box.content(text, corner), position, place);
                return false;
            }
        }
        row.setCorners(corners[0], corners[1], corners[2], corners[3]);
        return true;
    }

    /** Takes the upright box around a turned one; false where the record was set aside. */
    private boolean turned(XmlElement element, Row row, int position, LineIndex.Place place) {
        TurnedBox box = new TurnedBox(element, text);
        if (box.broken() != null) {
            noNumber(box.broken(), element.content(text, box.broken()), position, place);
            return false;
        }
        if (box.isTurned()) {
            into.warn(position, "voc.rotation", place.line(), place.column(), name(position), element.content(text, "angle"),
                "The box is turned; the upright box around it was imported.");
        }
        row.setBox(box.bounds());
        return true;
    }

    private void noNumber(String which, String value, int position, LineIndex.Place place) {
        into.quarantine(position, "voc.number", place.line(), place.column(), name(position), value,
            "The <" + which + "> is no finite number.");
    }

    private static String name(int position) {
        return "object " + (position + 1);
    }

    private LineIndex.Place place(int offset) {
        if (lines == null) {
            lines = LineIndex.of(text);
        }
        return lines.place(offset);
    }
}
