package dev.errata.formats.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;

/**
 * Classes of whole images in CSV: a column with the class, or a column a class with 0 and 1 or probabilities. An image's class
 * counts as a box around the whole image. Predictions may also be a table of NumPy; all columns of a table are kept.
 */
public final class ClassesCsvFormat extends RecordFormat {

    static final int NOMINAL = 1000;
    private static final int NONE = -1;
    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    public ClassesCsvFormat() {
        super("classes-csv", TextLayout.LINES);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.IMAGE_CLASSES, Holds.PREDICTIONS);
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return ClassColumns.of(new String(head, StandardCharsets.ISO_8859_1)).complete();
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        for (String file : tree.names("csv")) {
            if (recognises(tree.path(), tree.head(file))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        return NpyFile.is(head) || recognises(file, head);
    }

    @Override
    public Predictions readPredictions(Path file, GroundTruth truth, Progress progress) throws IOException {
        if (Files.isRegularFile(file) && NpyFile.is(LabelInput.of(file).head())) {
            return NpyProbabilities.read(file, truth, name(), progress);
        }
        ProbabilityTable table = new ProbabilityTable();
        return readPredictions(file, truth, (source, into) -> read(source, into, table), progress).with(table.probabilities());
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        read(source, into, null);
    }

    /** @param table takes the columns of all classes; null where labels are read */
    private void read(Source source, Records into, ProbabilityTable table) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("csv");
        source.begin(files, 1);
        for (String file : files) {
            ClassColumns header = ClassColumns.of(head(source.tree(), file));
            if (!header.complete()) {
                if (source.tree().isSingle() && header.columns().isEmpty()) {
                    throw into.log().refuse("file.empty", 1, 1, "", "", "The file is empty; a header and rows were expected.");
                }
                if (source.tree().isSingle()) {
                    throw into.log().refuse("csv.header", 1, 1, "", "", "The header must name an image and a class.");
                }
                continue;
            }
            int fileIndex = into.file(file, source.place(file));
            List<String> names = header.classes().stream().map(UTF_8::decode).toList();
            names.forEach(into::label);
            if (table != null) {
                table.begin(names, header.firstClass(), into);
            }
            try (InputStream in = source.open(file)) {
                CsvRows rows = new CsvRows(in, header.separator(), new IssueLog(source.place(file)));
                rows.next();
                for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                    into.element(rows.element());
                    int image = row(row, rows.element().raw(), header, source, into, fileIndex);
                    if (table != null) {
                        table.add(row, rows.element().raw(), image);
                    }
                }
            }
        }
        if (table != null) {
            table.end(into);
        }
    }

    @Override
    protected String head(LabelTree tree, String file) throws IOException {
        try (InputStream in = tree.openText(file)) {
            return CsvRows.head(in, 2, new IssueLog(tree.place(file)));
        }
    }

    /** Returns the index of the image, or -1 where the row was set aside. */
    private static int row(CsvRow row, String text, ClassColumns header, Source source, Records into, int file)
        throws IOException {
        int position = into.record(file, 0, text.length());
        String name = UTF_8.decode(row.cell(text, header.image()));
        int best = header.best(row, text);
        String label = header.classes().isEmpty() ? row.cell(text, header.label()) : best < 0 ? "" : header.classes().get(best);
        String score = header.classes().isEmpty() ? row.cell(text, header.score()) : row.cell(text, header.firstClass() + best);
        if (row.torn()) {
            into.quarantine(position, "csv.quote", row.line(), 1, "line " + row.line(), text.substring(row.begin(), row.end()),
                "The row has a quotation mark that is closed nowhere.");
            return NONE;
        }
        String surplus = row.surplus(header.columns().size(), text);
        if (surplus != null) {
            into.quarantine(position, "csv.columns", row.line(), 1, "line " + row.line(), text, surplus);
            return NONE;
        }
        if (header.isAgain(row, text)) {
            into.quarantine(position, "csv.header.again", row.line(), 1, "line " + row.line(), text,
                "The header stands here again.");
            return NONE;
        }
        if (name.isEmpty() || label.isEmpty()) {
            into.quarantine(position, "csv.cell", row.line(), 1, "line " + row.line(), "", "The row names no image or no class.");
            return NONE;
        }
        if (!into.predictions() && header.classes().isEmpty() && Numbers.parse(score) == 0) {
            into.quarantine(position, "csv.negative", row.line(), 1, "line " + row.line(), name,
                "The row says that \"" + UTF_8.decode(label) + "\" was looked for and is not in the image: it is no label.");
            return NONE;
        }
        Optional<Pictures.Picture> picture = source.pictures().named(name);
        int image = into.image(name, name, picture.map(Pictures.Picture::width).orElse(0),
            picture.map(Pictures.Picture::height).orElse(0));
        into.anchor(image, Anchor.end(file));
        fields(row, text, header, image, into);
        if (into.imageEntry(image).width() == 0) {
            into.nominal(image);
        }
        Row box = new Row();
        box.image = image;
        box.label = into.label(UTF_8.decode(label));
        box.width = into.imageEntry(image).width() == 0 ? NOMINAL : into.imageEntry(image).width();
        box.height = into.imageEntry(image).height() == 0 ? NOMINAL : into.imageEntry(image).height();
        box.score = Numbers.parse(score);
        box.line = row.line();
        into.add(position, box);
        return image;
    }

    /** Columns that are neither the image nor its class are said of the image. */
    private static void fields(CsvRow row, String text, ClassColumns header, int image, Records into) {
        for (int i = 0; i < header.columns().size() && header.classes().isEmpty(); i++) {
            if (i != header.image() && i != header.label() && i != header.score()) {
                into.imageField(image, UTF_8.decode(header.columns().get(i)), UTF_8.decode(row.cell(text, i)));
            }
        }
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), Map.of(), "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        ClassColumns header = ClassColumns.of(context.fileHead());
        CsvRow row = CsvRow.of(record, header.separator()).getFirst();
        TextEdits edits = new TextEdits(record);
        if (edit.label() != null && header.classes().isEmpty()) {
            row.set(edits, record, header.label(), context.className(edit.label()), header.separator());
        } else if (edit.label() != null) {
            int wanted = header.classes().indexOf(context.className(edit.label()));
            for (int i = 0; wanted >= 0 && i < header.classes().size(); i++) {
                String value = i == wanted ? "1" : "0";
                if (Numbers.parse(row.cell(record, header.firstClass() + i)) != Numbers.parse(value)) {
                    int[] place = row.cells().get(header.firstClass() + i);
                    String cell = record.substring(place[0], place[1]);
                    edits.replace(place[0], place[1], cell.startsWith(" ") ? " " + value : value);
                }
            }
        }
        return edits.result();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        ClassColumns header = ClassColumns.of(context.fileHead());
        int columns = CsvRow.of(context.fileHead(), header.separator(), 1).getFirst().size();
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String value = "";
            if (i == header.image()) {
                value = context.raw().encode(context.image().fileName());
            } else if (i == header.label()) {
                value = context.className(edit.label());
            } else if (!header.classes().isEmpty()) {
                value = header.classes().get(i - header.firstClass()).equals(context.className(edit.label())) ? "1" : "0";
            }
            row.append(i == 0 ? "" : header.separator()).append(CsvRow.quote(value, header.separator()));
        }
        return row.toString();
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing image classes", truth.images().size());
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to.file("classes.csv"), StandardCharsets.UTF_8))) {
            out.write(PredictedLabels.are(truth) ? "filename,label,confidence\n" : "filename,label\n");
            for (int image = 0; image < truth.images().size(); image++) {
                for (Export.Item item : Export.items(truth, image)) {
                    out.write(CsvRow.quote(truth.images().get(image).fileName(), ',') + ","
                        + CsvRow.quote(truth.classes().get(item.label()).name(), ',') + item.score(",") + "\n");
                }
                Export.imageWritten(progress);
            }
        }
    }
}
