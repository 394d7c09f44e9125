package dev.errata.formats.kitti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Numbers;
import dev.errata.formats.io.Pictures;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.Flags;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;

/**
 * KITTI object labels: a text file an image, a line an object of 15 columns, 16 with the score of a result (development kit of
 * the object benchmark, {@code readme.txt}). {@code DontCare} marks regions in which no
 * object of any class counts, read as crowds.
 */
public final class KittiFormat extends RecordFormat {

    private static final List<String> COLUMNS = List.of("type", "truncated", "occluded", "alpha", "left", "top", "right",
        "bottom",
        "height", "width", "length", "x", "y", "z", "rotation_y", "score");
    private static final String REST = "-1 -1 -1 -1000 -1000 -1000 -10";
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
        return looksLikeRows(new String(head, StandardCharsets.UTF_8), 15, 16);
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        int rows = 0;
        int others = 0;
        List<String> files = files(tree);
        for (String file : files.subList(0, Math.min(SAMPLE, files.size()))) {
            String text = new String(tree.head(file), StandardCharsets.UTF_8);
            rows += looksLikeRows(text, 15, 16) ? 1 : 0;
            others += text.isBlank() || looksLikeRows(text, 15, 16) ? 0 : 1;
        }
        return rows > 0 && others <= rows;
    }

    private static List<String> files(LabelTree tree) {
        List<String> texts = tree.names("txt");
        List<String> inFolder = texts.stream().filter(name -> name.contains("label_2/")).toList();
        return inFolder.isEmpty() ? texts : inFolder;
    }

    private static boolean looksLikeRows(String text, int least, int most) {
        List<Part> lines = Lines.of(text);
        if (lines.isEmpty()) {
            return false;
        }
        String line = lines.getFirst().of(text);
        List<Part> words = Lines.words(line);
        return words.size() >= least && words.size() <= most && !Numbers.isNumber(words.getFirst().of(line))
            && words.stream().skip(1).allMatch(word -> Numbers.isNumber(word.of(line)));
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
        String stem = Pictures.stem(file);
        List<String> found = source.pictures().like(stem.replace("label_2/", "image_2/"));
        Pictures.Picture picture = found.isEmpty() ? new Pictures.Picture(Pictures.base(stem) + ".png", 0, 0)
            : source.pictures().picture(found.getFirst());
        int image = into.image(picture.name(), stem, picture.width(), picture.height());
        into.anchor(image, Anchor.end(fileIndex));
        for (Part line : Lines.of(text)) {
            row(into, into.record(fileIndex, line.begin(), line.end()), line, line.of(text), image);
        }
    }

    private static void row(Records into, int position, Part line, String record, int image) {
        List<Part> words = Lines.words(record);
        String name = "line " + line.number();
        if (words.size() < 15 || words.size() > 16) {
            into.quarantine(position, "kitti.columns", line.number(), 1, name, record,
                "A line has 15 columns, or 16 with a score; this one has " + words.size() + ".");
            return;
        }
        double[] values = new double[words.size()];
        for (int i = 1; i < words.size(); i++) {
            values[i] = Numbers.parse(words.get(i).of(record));
            if (!Double.isFinite(values[i])) {
                into.quarantine(position, "kitti.number", line.number(), words.get(i).begin() + 1L, name, words.get(i).of(record),
                    "The column " + COLUMNS.get(i) + " is no finite number.");
                return;
            }
        }
        String type = new String(words.getFirst().of(record).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Row row = new Row();
        row.image = image;
        row.label = into.label(type);
        row.setCorners(values[4], values[5], values[6], values[7]);
        row.crowd = type.equals(REGION);
        row.score = values.length == 16 ? values[15] : Double.NaN;
        row.line = line.number();
        into.add(position, row);
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        List<Part> words = Lines.words(record);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < Math.min(15, words.size()); i++) {
            if (i < 4 || i > 7) {
                attributes.put(COLUMNS.get(i), words.get(i).of(record));
            }
        }
        return new Detail(List.of(), attributes, "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        List<Part> words = Lines.words(record);
        String[] replacements = new String[words.size()];
        if (edit.label() != null) {
            replacements[0] = word(context.className(edit.label()));
        }
        if (edit.box() != null) {
            double[] box = edit.box();
            double[] corners = {box[0], box[1], EditNumbers.far(box[0], box[2]), EditNumbers.far(box[1], box[3])};
            for (int i = 0; i < 4; i++) {
                String old = words.get(i + 4).of(record);
                if (!EditNumbers.same(Numbers.parse(old), corners[i])) {
                    replacements[i + 4] = EditNumbers.padded(Numbers.format(corners[i], false), old);
                }
            }
        }
        if (edit.attributes() != null) {
            for (int i = 1; i < 15; i++) {
                String value = edit.attributes().get(COLUMNS.get(i));
                if ((i < 4 || i > 7) && value != null && Numbers.isNumber(value) && !value.equals(words.get(i).of(record))) {
                    replacements[i] = value;
                }
            }
        }
        return Lines.replaced(record, words, replacements);
    }

    /** A class name as one word. */
    private static String word(String name) {
        String word = name.strip().replaceAll("\\s+", "_");
        return word.isEmpty() ? "_" : word;
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        return line(context.className(edit.label()), edit.box(), edit.attributes() == null ? Map.of() : edit.attributes());
    }

    private static String line(String name, double[] box, Map<String, String> attributes) {
        StringBuilder text = new StringBuilder(word(name));
        double[] corners = {box[0], box[1], EditNumbers.far(box[0], box[2]), EditNumbers.far(box[1], box[3])};
        String[] rest = REST.split(" ");
        String[] first = {"0", "0", "-10"};
        for (int i = 1; i < 15; i++) {
            String value = Flags.digit(attributes.getOrDefault(COLUMNS.get(i), ""));
            text.append(' ');
            if (i >= 4 && i <= 7) {
                text.append(Numbers.format(corners[i - 4], true));
            } else if (Numbers.isNumber(value)) {
                text.append(value);
            } else {
                text.append(i < 4 ? first[i - 1] : rest[i - 8]);
            }
        }
        return text.toString();
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
                text.append(line(truth.classes().get(item.label()).name(), item.box(), item.detail().attributes()))
                    .append(item.score(" ")).append('\n');
            }
            try (OutputStream out = to.file("label_2/" + names.stem(image) + ".txt")) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            Export.imageWritten(progress);
        }
    }
}
