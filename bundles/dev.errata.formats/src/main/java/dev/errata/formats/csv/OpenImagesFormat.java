package dev.errata.formats.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.Flags;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;

/**
 * Open Images boxes: CSV with XMin, XMax, YMin, YMax as fractions of the image
 * (https://storage.googleapis.com/openimages/web/download_v7.html), and other CSV files whose header names an image, a class
 * and the corners, in fractions or pixels. A file of class descriptions gives the names of classes; files of image-level labels
 * tell what the images were checked for.
 */
public final class OpenImagesFormat extends RecordFormat {

    static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);
    static final int NOMINAL = 1000;
    private static final List<String> FLAGS = List.of("IsOccluded", "IsTruncated", "IsDepiction", "IsInside", "Source");
    private static final String HEADER = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,"
        + "IsGroupOf,IsDepiction,IsInside";

    public OpenImagesFormat() {
        super("openimages", TextLayout.LINES);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.CROWD, Holds.ATTRIBUTES, Holds.PREDICTIONS);
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public boolean countsInFractions() {
        return true;
    }

    private static boolean isBoxes(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        BoxColumns columns = BoxColumns.of(text);
        return columns.complete() || columns.wholeBox(text) != null;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return isBoxes(head);
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        for (String file : tree.names("csv")) {
            if (isBoxes(tree.head(file))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public GroundTruth readGroundTruth(Path file, Path images, Progress progress) throws IOException {
        GroundTruth boxes = super.readGroundTruth(file, images, progress);
        try (LabelTree tree = LabelTree.of(file)) {
            return ImageLevelLabels.join(boxes, tree, progress);
        }
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        LabelTree tree = source.tree();
        Map<String, String> display = new HashMap<>();
        for (String file : tree.names("csv")) {
            if (file.contains("class-descriptions")) {
                try (InputStream in = source.peek(file)) {
                    CsvRows rows = new CsvRows(in, ',', new IssueLog(source.place(file)));
                    for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                        display.put(row.cell(rows.element().raw(), 0), UTF_8.decode(row.cell(rows.element().raw(), 1)));
                    }
                }
            }
        }
        List<String> files = new ArrayList<>();
        for (String file : tree.isSingle() ? tree.names() : tree.names("csv")) {
            if (tree.isSingle() || isBoxes(tree.head(file))) {
                files.add(file);
            }
        }
        source.begin(files, 1);
        for (String file : files) {
            new BoxFileReader(source, into, file, display, head(tree, file)).read();
        }
    }

    @Override
    protected String head(LabelTree tree, String file) throws IOException {
        try (InputStream in = tree.openText(file)) {
            return CsvRows.head(in, BoxColumns.SAMPLE, new IssueLog(tree.place(file)));
        }
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), Map.of(), "");
    }

    @Override
    protected Detail detail(String record, ImageEntry image, String fileHead, String memo) {
        BoxColumns columns = BoxColumns.named(fileHead);
        List<CsvRow> rows = CsvRow.of(record, columns.separator());
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String flag : FLAGS) {
            if (!rows.isEmpty() && columns.index(flag) >= 0 && !rows.getFirst().cell(record, columns.index(flag)).isEmpty()) {
                attributes.put(flag, rows.getFirst().cell(record, columns.index(flag)));
            }
        }
        return new Detail(List.of(), attributes, "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        BoxColumns columns = BoxColumns.of(context.fileHead());
        CsvRow row = CsvRow.of(record, columns.separator()).getFirst();
        TextEdits edits = new TextEdits(record);
        if (edit.label() != null) {
            row.set(edits, record, columns.index("label"), context.raw().encode(machineName(context.truth().classes()
                .get(edit.label()))), columns.separator());
        }
        if (edit.box() != null) {
            String[] corners = corners(edit.box(), context.image(), columns);
            for (int i = 0; i < 4; i++) {
                int column = columns.index(columns.numbers().get(i));
                double old = Numbers.parse(row.cell(record, column).replace(',', '.'));
                if (Math.abs(old - Numbers.parse(corners[i].replace(',', '.'))) > 1e-10) {
                    row.set(edits, record, column, corners[i], columns.separator());
                }
            }
        }
        if (edit.crowd() != null && columns.index("IsGroupOf") >= 0
            && row.cell(record, columns.index("IsGroupOf")).equals("1") != edit.crowd()) {
            row.set(edits, record, columns.index("IsGroupOf"), edit.crowd() ? "1" : "0", columns.separator());
        }
        if (edit.attributes() != null) {
            for (String flag : FLAGS) {
                String value = edit.attributes().get(flag);
                if (value != null && columns.index(flag) >= 0 && !value.equals(row.cell(record, columns.index(flag)))) {
                    row.set(edits, record, columns.index(flag), context.raw().encode(value), columns.separator());
                }
            }
        }
        return edits.result();
    }

    private static String machineName(ClassEntry entry) {
        return entry.supercategory().matches("/[mgt]/.*") ? entry.supercategory() : entry.name();
    }

    private static String[] corners(double[] box, ImageEntry image, BoxColumns columns) {
        double width = columns.fractions() ? image.width() == 0 ? NOMINAL : image.width() : 1;
        double height = columns.fractions() ? image.height() == 0 ? NOMINAL : image.height() : 1;
        double[] values = {box[0] / width, box[1] / height, (columns.sized() ? box[2] : box[0] + box[2]) / width,
            (columns.sized() ? box[3] : box[1] + box[3]) / height};
        String[] corners = new String[4];
        for (int i = 0; i < 4; i++) {
            corners[i] = columns.fractions() ? EditNumbers.fraction(values[i]) : Numbers.format(values[i], false);
            corners[i] = columns.comma() ? corners[i].replace('.', ',') : corners[i];
        }
        return corners;
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        BoxColumns columns = BoxColumns.of(context.fileHead());
        String[] corners = corners(edit.box(), context.image(), columns);
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns.names().size(); i++) {
            String name = columns.names().get(i);
            int number = columns.numbers().indexOf(name);
            String value = number >= 0 ? corners[number] : switch (name) {
                case "image" -> context.raw().encode(context.image().originalId());
                case "label" -> context.raw().encode(machineName(context.truth().classes().get(edit.label())));
                case "confidence" -> "1";
                case "IsGroupOf" -> edit.crowd() ? "1" : "0";
                default -> edit.attributes() == null ? "" : context.raw().encode(edit.attributes().getOrDefault(name, ""));
            };
            row.append(i == 0 ? "" : columns.separator()).append(CsvRow.quote(value, columns.separator()));
        }
        return row.toString();
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Open Images labels", truth.images().size());
        BoxColumns columns = BoxColumns.of(HEADER);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to.file("annotations-bbox.csv"), StandardCharsets.UTF_8))) {
            out.write(HEADER + "\n");
            for (int image = 0; image < truth.images().size(); image++) {
                ImageEntry entry = truth.images().get(image);
                for (Export.Item item : Export.items(truth, image)) {
                    String[] corners = corners(item.box(), entry, columns);
                    Map<String, String> flags = item.detail().attributes();
                    out.write(String.join(",", CsvRow.quote(entry.fileName(), ','),
                        CsvRow.quote(flags.getOrDefault("Source", "errata"), ','),
                        CsvRow.quote(machineName(truth.classes().get(item.label())), ','),
                        item.scored() ? item.score("") : "1", corners[0], corners[2],
                            corners[1],
                        corners[3], flag(flags, "IsOccluded"), flag(flags, "IsTruncated"), item.crowd() ? "1" : "0",
                        flag(flags, "IsDepiction"), flag(flags, "IsInside")) + "\n");
                }
                Export.imageWritten(progress);
            }
        }
    }

    /** As the file's own column has it, or as other formats call it. */
    private static String flag(Map<String, String> flags, String name) {
        String own = flags.getOrDefault(name, "");
        String other = Flags.digit(flags.getOrDefault(name.substring("Is".length()).toLowerCase(Locale.ROOT), ""));
        return Numbers.isNumber(own) ? own : other.matches("[01]") ? other : "-1";
    }
}
