package dev.errata.formats.yolo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
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
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.voc.VocResults;

/**
 * YOLO text labels: a file an image, a line an object, numbers as fractions of the image; class names in {@code data.yaml},
 * {@code classes.txt} or {@code obj.names} (https://docs.ultralytics.com/datasets/detect). Pixels are those of the picture;
 * where it is not found the fractions count as thousandths. Oriented boxes may also stand as DOTA writes them,
 * see {@link DotaRow}.
 */
public final class YoloFormat extends RecordFormat {

    /** Width and height of an image that is not there. */
    static final int NOMINAL = 1000;
    /** Instead of the numbers of key points, where lines are as DOTA's. */
    static final String ORIENTED = "-1";

    public YoloFormat() {
        super("yolo", TextLayout.LINES);
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
    public boolean countsInFractions() {
        return true;
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.POLYGONS, Holds.NEGATIVES, Holds.PREDICTIONS);
    }

    @Override
    public Path root(Path path) {
        String name = path.getFileName().toString();
        boolean describes = name.endsWith(".yaml") || name.endsWith(".yml") || YoloNames.isList(name) || name.endsWith(".data");
        return describes && !Files.isDirectory(path) ? path.toAbsolutePath().getParent() : path;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        String name = file.getFileName().toString();
        String text = new String(head, StandardCharsets.UTF_8);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return text.contains("names:");
        }
        return name.endsWith(".txt") && YoloFiles.looksLikeRows(text, false, 0);
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        String name = file.getFileName().toString();
        return name.endsWith(".txt") && !VocResults.isResults(name)
            && YoloFiles.looksLikeRows(new String(head, StandardCharsets.UTF_8), true, 0);
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return YoloFiles.recognises(tree, false);
    }

    @Override
    public boolean recognisesPredictions(LabelTree tree) throws IOException {
        return tree.names("txt").stream().noneMatch(VocResults::isResults) && YoloFiles.recognises(tree, true);
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        LabelTree tree = source.tree();
        Optional<YoloNames> found = YoloNames.find(tree);
        int keypoints = found.map(YoloNames::keypoints).orElse(0);
        into.memo(Integer.toString(keypoints));
        if (found.isPresent() && !found.get().outside().isEmpty()) {
            into.note("yolo.path", tree.place(found.get().file()), "The file names folders outside of its own ("
                + String.join(", ", found.get().outside()) + "); only labels inside were read.");
        }
        List<String> names = into.predictions()
            ? into.belongsTo().classes().stream().map(GroundTruth.ClassEntry::name).toList()
            : found.map(YoloNames::names).orElse(List.of());
        for (int i = 0; i < names.size(); i++) {
            into.label(names.get(i), i, "");
        }
        Set<String> used = new HashSet<>();
        each(source, into, YoloFiles.labels(tree), 1, file -> {
            String text = source.text(file);
            return () -> new YoloFileReader(source, into, file, names, keypoints).read(text, used);
        });
        if (!into.predictions()) {
            unlabelled(source, into, used);
        }
    }

    /** Pictures without a label file are images too, but nobody said that nothing is on them. */
    private static void unlabelled(Source source, Records into, Set<String> used) throws IOException {
        LabelPlaces places = new LabelPlaces(into);
        for (String name : source.pictures().names()) {
            if (!used.contains(name)) {
                Pictures.Picture picture = source.pictures().picture(name);
                into.image(name, places.of(name), picture.width(), picture.height());
                into.note("yolo.unlabelled", name, "The picture has no label file; it was imported without labels.");
            }
        }
    }

    static double width(ImageEntry image) {
        return image == null || image.width() == 0 ? NOMINAL : image.width();
    }

    static double height(ImageEntry image) {
        return image == null || image.height() == 0 ? NOMINAL : image.height();
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return detail(record, image, 0);
    }

    @Override
    protected Detail detail(String record, ImageEntry image, String fileHead, String memo) {
        return detail(record, image, Integer.parseInt(memo));
    }

    private static Detail detail(String record, ImageEntry image, int keypoints) {
        DotaRow oriented = DotaRow.of(record);
        if (oriented != null) {
            return new Detail(List.of(oriented.corners()), oriented.attributes(), "");
        }
        YoloRow row = YoloRow.of(record, false, keypoints);
        if (row == null || row.isBox()) {
            return new Detail(List.of(), Map.of(), "");
        }
        double[] points = new double[row.values().length];
        for (int i = 0; i < points.length; i++) {
            points[i] = row.values()[i] * (i % 2 == 0 ? width(image) : height(image));
        }
        return new Detail(List.of(points), Map.of(), "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        DotaRow oriented = DotaRow.of(record);
        if (oriented != null) {
            return oriented.changed(record, edit, edit.label() == null ? "" : context.className(edit.label()));
        }
        List<Part> words = Lines.words(record);
        String[] replacements = new String[words.size()];
        if (edit.label() != null) {
            replacements[0] = Long.toString(context.truth().classes().get(edit.label()).originalId());
        }
        YoloRow row = YoloRow.of(record, false, Integer.parseInt(context.memo()));
        boolean outline = edit.polygons() != null && !edit.polygons().isEmpty();
        if (outline || edit.box() != null && !row.isBox()) {
            String label = replacements[0] == null ? words.getFirst().of(record) : replacements[0];
            double[] points = outline ? edit.polygons().getFirst() : Outlines.moved(
                detail(record, context.image()).polygons().getFirst(), row.box(width(context.image()), height(context.image())),
                edit.box());
            return label + " " + outline(points, context.image());
        }
        if (edit.box() != null) {
            double[] old = row.box(width(context.image()), height(context.image()));
            String[] fractions = fractions(edit.box(), context.image()).split(" ");
            for (int i = 0; i < 4; i++) {
                boolean same = old[i % 2] == edit.box()[i % 2] && old[i % 2 + 2] == edit.box()[i % 2 + 2];
                replacements[i + 1] = same ? null : EditNumbers.padded(fractions[i], words.get(i + 1).of(record));
            }
        }
        return Lines.replaced(record, words, replacements);
    }

    private static String fractions(double[] box, ImageEntry image) {
        double width = width(image);
        double height = height(image);
        return EditNumbers.fraction((box[0] + box[2] / 2) / width) + " " + EditNumbers.fraction((box[1] + box[3] / 2) / height)
            + " " + EditNumbers.fraction(box[2] / width) + " " + EditNumbers.fraction(box[3] / height);
    }

    private static String outline(double[] points, ImageEntry image) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            text.append(i == 0 ? "" : " ").append(EditNumbers.fraction(points[i] / (i % 2 == 0 ? width(image) : height(image))));
        }
        return text.toString();
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        if (neighbour == null ? context.memo().equals(ORIENTED) : DotaRow.of(neighbour) != null) {
            return DotaRow.line(edit.polygons(), edit.box(), context.className(edit.label()));
        }
        boolean outline = edit.polygons() != null && !edit.polygons().isEmpty() && edit.polygons().getFirst().length >= 6;
        return context.truth().classes().get(edit.label()).originalId() + " "
            + (outline ? outline(edit.polygons().getFirst(), context.image()) : fractions(edit.box(), context.image()));
    }

    @Override
    protected NewFile newFile(ImageEntry image, List<String> records, EditContext context) {
        return new NewFile(image.originalId() + ".txt", String.join("\n", records) + "\n");
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing YOLO labels", truth.images().size());
        StringBuilder yaml = new StringBuilder("path: .\ntrain: images\nval: images\n\nnc: " + truth.classes().size()
            + "\nnames:\n");
        for (int label = 0; label < truth.classes().size(); label++) {
            yaml.append("  ").append(label).append(": ")
                .append(JsonText.quote(truth.classes().get(label).name())).append('\n');
        }
        try (OutputStream out = to.file("data.yaml")) {
            out.write(yaml.toString().getBytes(StandardCharsets.UTF_8));
        }
        boolean outlines = outlinesOnly(truth);
        FileNames names = new FileNames(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            StringBuilder text = new StringBuilder();
            ImageEntry entry = truth.images().get(image);
            for (Export.Item item : Export.items(truth, image)) {
                text.append(item.label()).append(' ').append(outlines ? outline(item.detail().polygons().getFirst(), entry)
                    : fractions(item.box(), entry)).append(item.score(" ")).append('\n');
            }
            String stem = names.stem(image);
            try (OutputStream out = to.file("labels/" + (stem.startsWith("images/") ? stem.substring(7) : stem) + ".txt")) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            Export.imageWritten(progress);
        }
    }

    /** Whether every annotation has exactly one outline, so that a set for segmentation can be written. */
    private static boolean outlinesOnly(GroundTruth truth) throws IOException {
        int outlines = 0;
        for (int image = 0; image < truth.images().size(); image++) {
            for (Export.Item item : Export.items(truth, image)) {
                if (item.detail().polygons().size() != 1 || item.detail().polygons().getFirst().length < 6) {
                    return false;
                }
                outlines++;
            }
        }
        return outlines > 0;
    }
}
