package dev.errata.formats.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.text.Numbers;

/** Reads one file of boxes. */
final class BoxFileReader {

    private final Source source;
    private final Records into;
    private final Map<String, String> display;
    private final String name;
    private final int file;
    /** The text of the row that is being read. */
    private String text = "";
    private final BoxColumns columns;
    private final Map<String, Integer> images = new HashMap<>();

    /** @param head the header and the first rows */
    BoxFileReader(Source source, Records into, String name, Map<String, String> display, String head) throws IOException {
        BoxColumns columns = BoxColumns.of(head);
        this.source = source;
        this.into = into;
        this.display = display;
        this.name = name;
        this.file = into.file(name, source.place(name));
        this.columns = columns;
        if (!columns.complete()) {
            throw incomplete(head);
        }
        if (columns.comma()) {
            into.note("csv.decimal.comma", source.tree().place(name),
                "Numbers have decimal commas; they were read as numbers.");
        }
    }

    private FormatException incomplete(String head) {
        IssueLog log = new IssueLog(source.place(name));
        if (head.isEmpty()) {
            return log.refuse("file.empty", 1, 1, "", "", "The file is empty; a header and rows of boxes were expected.");
        }
        String whole = columns.wholeBox(head);
        if (whole != null) {
            return log.refuse("csv.box.cell", 1, 1, "", "", "The column \"" + whole + "\" holds whole boxes, which leaves open "
                + "whether they end with the second corner or with width and height. Make four columns of it: x, y, and x2, y2 "
                + "or width, height.");
        }
        return log.refuse("csv.header", 1, 1, "", "", "The header must name an image, a class and two corners, or one and width "
            + "and height; found: " + columns.shown() + ".");
    }

    void read() throws IOException {
        try (InputStream in = source.open(name)) {
            CsvRows rows = new CsvRows(in, columns.separator(), new IssueLog(source.place(name)));
            rows.next();
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                text = rows.element().raw();
                into.element(rows.element());
                row(row, into.record(file, 0, text.length()));
            }
        }
    }

    private String cell(CsvRow row, String meaning) {
        return row.cell(text, columns.index(meaning));
    }

    private void row(CsvRow row, int position) throws IOException {
        String record = "line " + row.line();
        String name = OpenImagesFormat.UTF_8.decode(cell(row, "image"));
        String label = cell(row, "label");
        if (row.torn()) {
            into.quarantine(position, "csv.quote", row.line(), 1, record, text.substring(row.begin(), row.end()),
                "The row has a quotation mark that is closed nowhere.");
            return;
        }
        String surplus = row.surplus(columns.names().size(), text);
        if (surplus != null) {
            into.quarantine(position, "csv.columns", row.line(), 1, record, text, surplus);
            return;
        }
        if (name.isEmpty() || label.isEmpty()) {
            into.quarantine(position, "csv.cell", row.line(), 1, record, "", "The row names no image or no class.");
            return;
        }
        double[] corners = new double[4];
        int i = 0;
        for (String corner : columns.numbers()) {
            String number = cell(row, corner).replace(',', '.');
            corners[i++] = Numbers.parse(number);
            if (!Double.isFinite(corners[i - 1])) {
                into.quarantine(position, "csv.number", row.line(), 1, record, number, "The column " + corner
                    + " is no finite number.");
                return;
            }
        }
        int image = image(name, row);
        ImageEntry entry = into.imageEntry(image);
        double width = columns.fractions() ? entry.width() == 0 ? OpenImagesFormat.NOMINAL : entry.width() : 1;
        double height = columns.fractions() ? entry.height() == 0 ? OpenImagesFormat.NOMINAL : entry.height() : 1;
        String shown = display.get(label);
        Row box = new Row();
        box.image = image;
        box.label = label(shown == null ? OpenImagesFormat.UTF_8.decode(label) : shown, shown == null ? "" : label);
        box.x = corners[0] * width;
        box.y = corners[1] * height;
        box.width = (columns.sized() ? corners[2] : corners[2] - corners[0]) * width;
        box.height = (columns.sized() ? corners[3] : corners[3] - corners[1]) * height;
        box.crowd = cell(row, "IsGroupOf").equals("1");
        box.score = Numbers.parse(cell(row, "confidence").replace(',', '.'));
        box.line = row.line();
        into.add(position, box);
    }

    private Optional<Pictures.Picture> withoutEnding(String name) throws IOException {
        List<String> found = source.pictures().like(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(source.pictures().picture(found.getFirst()));
    }

    private int label(String name, String machineName) {
        if (into.hasLabel(name)) {
            return into.label(name);
        }
        return into.label(name, into.classes().size(), machineName);
    }

    /** A side of the image that the file tells; 0 where it doesn't. */
    private int side(CsvRow row, String side) {
        String cell = cell(row, side);
        return cell.matches("[0-9]{1,9}") ? Integer.parseInt(cell) : 0;
    }

    private int image(String name, CsvRow row) throws IOException {
        Integer known = images.get(name);
        if (known != null) {
            return known;
        }
        Optional<Pictures.Picture> picture = name.indexOf('.') < 0 ? withoutEnding(name) : source.pictures().named(name);
        String ending = name.indexOf('.') < 0 ? ".jpg" : "";
        String fileName = ending.isEmpty() ? name : picture.map(Pictures.Picture::name).orElse(name + ending);
        int image = into.image(fileName, name, picture.map(Pictures.Picture::width).orElseGet(() -> side(row, "width")),
            picture.map(Pictures.Picture::height).orElseGet(() -> side(row, "height")));
        into.anchor(image, Anchor.end(file));
        if (columns.fractions() && into.imageEntry(image).width() == 0) {
            into.nominal(image);
        }
        images.put(name, image);
        return image;
    }
}
