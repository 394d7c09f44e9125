package dev.errata.formats.kitti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.text.Numbers;

/**
 * KITTI labels: a text file an image, a line an object (development kit of the object benchmark, {@code readme.txt}), or a file a
 * sequence with frame and track in front (that of the tracking benchmark); see {@link KittiRow}. {@code DontCare} marks regions
 * in which no object of any class counts, read as crowds.
 */
public final class KittiFormat extends RecordFormat {

    private static final String REGION = "DontCare";
    private static final int SAMPLE = 10;

    public KittiFormat() {
        super("kitti", TextLayout.LINES);
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
    public Set<String> ignoredClasses() {
        return Set.of(REGION);
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.ATTRIBUTES, Holds.NEGATIVES, Holds.PREDICTIONS);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return looksLikeRows(new String(head, StandardCharsets.UTF_8));
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        int rows = 0;
        int others = 0;
        List<String> files = files(tree);
        for (String file : files.subList(0, Math.min(SAMPLE, files.size()))) {
            String text = new String(tree.head(file), StandardCharsets.UTF_8);
            rows += looksLikeRows(text) ? 1 : 0;
            others += text.isBlank() || looksLikeRows(text) ? 0 : 1;
        }
        return rows > 0 && others <= rows;
    }

    private static List<String> files(LabelTree tree) {
        List<String> texts = tree.names("txt");
        List<String> inFolder = texts.stream().filter(name -> name.contains("label_2/") || name.contains("label_02/")).toList();
        return inFolder.isEmpty() ? texts : inFolder;
    }

    private static boolean looksLikeRows(String text) {
        List<Part> lines = Lines.of(text);
        return !lines.isEmpty() && KittiRow.of(lines.getFirst().of(text)).isRow();
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names() : files(source.tree());
        each(source, into, files, 1, file -> {
            String text = source.text(file);
            return () -> read(file, text, source, into);
        });
    }

    private static void read(String file, String text, Source source, Records into) throws IOException {
        int fileIndex = into.file(file, source.tree().place(file));
        String stem = PathNames.stem(file);
        List<Part> lines = Lines.of(text);
        boolean sequence = !lines.isEmpty() && KittiRow.of(lines.getFirst().of(text)).isTrack();
        int whole = sequence ? -1 : image(stem, "", fileIndex, source, into);
        for (Part line : lines) {
            KittiRow row = KittiRow.of(line.of(text));
            int position = into.record(fileIndex, line.begin(), line.end());
            if (isSound(row, position, line.number(), sequence, into)) {
                int image = sequence ? image(stem, frame(row.frame()), fileIndex, source, into) : whole;
                add(row, position, line.number(), image, into);
            }
        }
    }

    private static String frame(int number) {
        return String.format(Locale.ROOT, "/%06d", number);
    }

    /** @param frame behind the name of a sequence; empty where the file is that of one image */
    private static int image(String stem, String frame, int fileIndex, Source source, Records into) throws IOException {
        if (into.hasImage(stem + frame)) {
            return into.image("", stem + frame, 0, 0);
        }
        String path = (frame.isEmpty() ? stem.replace("label_2/", "image_2/") : stem.replace("label_02/", "image_02/")) + frame;
        List<String> found = source.pictures().like(path).stream()
            .filter(name -> frame.isEmpty() || PathNames.stem(name).endsWith(PathNames.base(stem) + frame)).toList();
        Pictures.Picture picture = found.isEmpty() ? new Pictures.Picture(PathNames.base(stem) + frame + ".png", 0, 0)
            : source.pictures().picture(found.getFirst());
        int image = into.image(picture.name(), stem + frame, picture.width(), picture.height());
        into.anchor(image, Anchor.end(fileIndex));
        return image;
    }

    private static boolean isSound(KittiRow row, int position, long line, boolean sequence, Records into) {
        if (!row.hasColumns() || row.isTrack() != sequence) {
            into.quarantine(position, "kitti.columns", line, 1, "line " + line, row.line(), (sequence
                ? "A line of a sequence has 17 columns, or 18 with a score" : "A line has 15 columns, or 16 with a score")
                + "; this one has " + row.words().size() + ".");
            return false;
        }
        for (int column = 1; column < row.size(); column++) {
            if (!Double.isFinite(Numbers.parse(row.word(column)))) {
                into.quarantine(position, "kitti.number", line, row.place(column), "line " + line, row.word(column),
                    "The column " + KittiRow.COLUMNS.get(column) + " is no finite number.");
                return false;
            }
        }
        return true;
    }

    private static void add(KittiRow values, int position, long line, int image, Records into) {
        String type = new String(values.word(0).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Row row = new Row();
        row.image = image;
        row.label = into.label(type);
        row.setCorners(Numbers.parse(values.word(4)), Numbers.parse(values.word(5)), Numbers.parse(values.word(6)),
            Numbers.parse(values.word(7)));
        row.crowd = type.equals(REGION);
        row.score = values.hasScore() ? Numbers.parse(values.word(15)) : Double.NaN;
        row.line = line;
        into.add(position, row);
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), KittiRow.of(record).attributes(), "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        return KittiRow.of(record).changed(edit, edit.label() == null ? null : context.className(edit.label()));
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        Map<String, String> attributes = edit.attributes() == null ? Map.of() : edit.attributes();
        String line = KittiRow.line(context.className(edit.label()), edit.box(), attributes);
        if (neighbour == null || !KittiRow.of(neighbour).isTrack()) {
            return line;
        }
        // an id of its own, as the object belongs to no track
        return Integer.parseInt(PathNames.base(context.image().originalId())) + " " + edit.id() + " " + line;
    }

    @Override
    protected NewFile newFile(ImageEntry image, List<String> records, EditContext context) {
        return new NewFile(image.originalId() + ".txt", String.join("\n", records) + "\n");
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing KITTI labels", truth.images().size());
        FileNames names = new FileNames(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            StringBuilder text = new StringBuilder();
            for (Export.Item item : Export.items(truth, image)) {
                text.append(KittiRow.line(truth.classes().get(item.label()).name(), item.box(), item.detail().attributes()))
                    .append(item.score(" ")).append('\n');
            }
            try (OutputStream out = to.file("label_2/" + names.stem(image) + ".txt")) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            Export.imageWritten(progress);
        }
    }
}
