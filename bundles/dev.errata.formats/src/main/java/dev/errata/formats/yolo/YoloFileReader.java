package dev.errata.formats.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures.Picture;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;

/** Reads the label file of one image. */
final class YoloFileReader {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    /** Fractions may be off by rounding; beyond this they are pixels, or wrong. */
    static final double TOLERANCE = 0.01;
    /** More classes than anybody has who doesn't name them. */
    private static final int UNNAMED = 10_000;

    private final Source source;
    private final Records into;
    private final LabelTree tree;
    private final String file;
    private final List<String> names;
    private final int keypoints;
    private boolean oriented;

    /** @param keypoints how many numbers behind each box tell key points */
    YoloFileReader(Source source, Records into, String file, List<String> names, int keypoints) {
        this.source = source;
        this.into = into;
        this.tree = source.tree();
        this.file = file;
        this.names = names;
        this.keypoints = keypoints;
    }

    /** @param used gets the name of the picture */
    void read(String text, Set<String> used) throws IOException {
        int fileIndex = into.file(file, tree.place(file));
        String stem = PathNames.stem(file);
        Picture picture = picture(stem);
        used.add(picture.name());
        int image = into.image(picture.name(), stem, picture.width(), picture.height());
        into.anchor(image, Anchor.end(fileIndex));
        List<Part> lines = Lines.of(text);
        List<String> rows = lines.stream().map(line -> line.of(text)).filter(line -> !DotaRow.isHeader(line)).toList();
        oriented = LabelPlaces.isDota(file) || rows.size() < lines.size()
            || rows.stream().allMatch(DotaRow::isInPixels);
        boolean pixels = !oriented && rows.stream().anyMatch(this::inPixels);
        Set<String> seen = new HashSet<>();
        for (Part line : lines) {
            String record = line.of(text);
            if (DotaRow.isHeader(record)) {
                continue;
            }
            int position = into.record(fileIndex, line.begin(), line.end());
            if (pixels) {
                into.quarantine(position, "yolo.pixels", line.number(), 1, name(line), record,
                    "The file has numbers above 1: this looks like pixels, and fractions of the image were expected.");
            } else {
                if (!seen.add(record.strip())) {
                    into.warn(position, "yolo.duplicate", line.number(), 1, name(line), record,
                        "The line stands in the file twice; both were imported.");
                }
                readRow(position, line, record, image);
            }
        }
    }

    private Picture picture(String stem) throws IOException {
        List<String> found = source.pictures().like(stem.startsWith("labels/") ? "images/" + stem.substring(7)
            : stem.startsWith("labelTxt/") ? "images/" + stem.substring(9)
                : stem.replace("/labels/", "/images/").replace("/labelTxt/", "/images/"));
        if (found.isEmpty()) {
            return new Picture(PathNames.base(stem) + ".jpg", 0, 0);
        }
        if (found.size() > 1 && PathNames.stem(found.get(0)).equals(PathNames.stem(found.get(1)))) {
            throw into.log().refuse("yolo.image.ambiguous", 0, 0, file, "", found.get(0) + " and " + found.get(1)
                + " share the labels of " + file + ". Rename one of the pictures.");
        }
        return source.pictures().picture(found.getFirst());
    }

    private boolean inPixels(String line) {
        YoloRow row = YoloRow.of(line, into.predictions(), keypoints);
        if (row != null) {
            for (double value : row.values()) {
                if (value > 1 + TOLERANCE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String name(Part line) {
        return "line " + line.number();
    }

    private void readOriented(DotaRow row, int position, Part line, String record, int image) {
        double[] around = row.box();
        if (around == null) {
            into.quarantine(position, "yolo.number", line.number(), 1, name(line), record, "A column is no number.");
            return;
        }
        into.memo(YoloFormat.ORIENTED);
        Row box = new Row();
        box.image = image;
        box.label = into.label(UTF_8.decode(row.name()));
        box.setBox(around);
        box.line = line.number();
        into.add(position, box);
    }

    private void readRow(int position, Part line, String record, int image) {
        DotaRow row = oriented ? DotaRow.of(record) : null;
        if (row != null) {
            readOriented(row, position, line, record, image);
        } else {
            readFractions(position, line, record, image);
        }
    }

    private void readFractions(int position, Part line, String record, int image) {
        YoloRow row = YoloRow.of(record, into.predictions(), keypoints);
        if (row == null) {
            into.quarantine(position, "yolo.columns", line.number(), 1, name(line), record,
                "A line has a class and 4 numbers, or the corners of an outline; this one has "
                    + Lines.words(record).size() + " columns.");
            return;
        }
        double low = 0;
        double high = 0;
        for (double value : row.values()) {
            if (!Double.isFinite(value)) {
                into.quarantine(position, "yolo.number", line.number(), 1, name(line), record, "A column is no number.");
                return;
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low < -TOLERANCE) {
            into.quarantine(position, "yolo.range", line.number(), 1, name(line), record,
                "A fraction of the image must be from 0 to 1.");
            return;
        }
        Integer label = label(position, line, row.label());
        if (label == null) {
            return;
        }
        if (low < 0 || high > 1) {
            into.warn(position, "yolo.tolerance", line.number(), 1, name(line), record,
                "A fraction is a little outside of 0 to 1; it was imported as it is.");
        }
        add(position, line, row, label, image);
    }

    private void add(int position, Part line, YoloRow row, int label, int image) {
        if (into.imageEntry(image).width() == 0) {
            into.nominal(image);
        }
        Row box = new Row();
        double[] pixels = row.box(YoloFormat.width(into.imageEntry(image)), YoloFormat.height(into.imageEntry(image)));
        box.image = image;
        box.label = label;
        box.setBox(pixels);
        box.score = row.score();
        box.line = line.number();
        into.add(position, box);
    }

    /** The class with an index, or null after the record was set aside. */
    private Integer label(int position, Part line, String text) {
        String index = text;
        if (text.matches("[0-9]{1,9}\\.0+")) {
            into.warn(position, "yolo.class.float", line.number(), 1, name(line), text,
                "The class has a decimal point; it was read as a whole number.");
            index = text.substring(0, text.indexOf('.'));
        }
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= (names.isEmpty() ? UNNAMED : names.size())) {
            into.quarantine(position, "yolo.class", line.number(), 1, name(line), text, "The class must be a whole number from 0"
                + (names.isEmpty() ? " to " + (UNNAMED - 1) + "; name the classes in data.yaml or classes.txt." : " to "
                + (names.size() - 1) + ", for there are " + names.size() + " names."));
            return null;
        }
        int number = Integer.parseInt(index);
        while (names.isEmpty() && into.classes().size() <= number) {
            into.label("class " + into.classes().size());
        }
        return number;
    }
}
