package dev.errata.formats.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;

/**
 * Classes of whole images by folder: the pictures of a class stand in a folder of its name. An image's class counts as a box
 * around the whole image. A fix moves a picture, so writing copies pictures.
 */
public final class ClassesFolderFormat extends RecordFormat {

    /** Folders of pictures that name no class. */
    private static final Set<String> SPLITS = Set.of("train", "val", "valid", "validation", "test", "images", "JPEGImages");
    /** Files beside the pictures that hold labels of some other kind. */
    private static final Set<String> LABELS = Set.of("xml", "json", "jsonl", "csv", "tsv", "yaml", "yml",
        "tfrecord", "record");

    public ClassesFolderFormat() {
        super("classes-folder", TextLayout.LINES);
    }

    @Override
    public boolean manyFiles() {
        return true;
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.IMAGE_CLASSES);
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return false;
    }

    @Override
    public boolean recognises(LabelTree tree) {
        Set<String> classes = new HashSet<>();
        for (String name : tree.pictures()) {
            classes.add(label(name));
        }
        classes.remove("");
        classes.removeAll(SPLITS);
        return classes.size() > 1 && tree.names().stream().noneMatch(name -> !name.equals(LabelTree.SIZES)
            && LABELS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    private static String label(String picture) {
        int slash = picture.lastIndexOf('/');
        return slash < 0 ? "" : PathNames.base(picture.substring(0, slash));
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        for (String name : source.tree().pictures()) {
            if (!label(name).isEmpty()) {
                Pictures.Picture picture = source.pictures().picture(name);
                int file = into.file(name, source.tree().place(name));
                Row row = new Row();
                row.image = into.image(name, name, picture.width(), picture.height());
                if (picture.width() == 0) {
                    into.nominal(row.image);
                }
                row.label = into.label(label(name));
                row.width = picture.width() == 0 ? ClassesCsvFormat.NOMINAL : picture.width();
                row.height = picture.height() == 0 ? ClassesCsvFormat.NOMINAL : picture.height();
                into.add(into.record(file, 0, 0), row);
            }
        }
    }

    @Override
    protected Detail detail(String record, ImageEntry image) {
        return new Detail(List.of(), Map.of(), "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        throw new IllegalStateException("pictures are moved, not edited");
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        throw new IllegalArgumentException("an image has one folder, so it cannot get another class");
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, OutputStream to) throws IOException {
        try (LabelSink sink = LabelSink.archive(to)) {
            writeEdited(original, truth, edits, sink);
        }
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits,
        Function<String, Optional<Path>> pictures, LabelSink sink, Progress progress) throws IOException {
        LabelSink to = LabelSink.watched(sink, progress);
        Map<Integer, LabelEdit> byPosition = new HashMap<>();
        for (LabelEdit edit : edits) {
            switch (edit) {
                case Changed change -> byPosition.put(change.position(), edit);
                case LabelEdit.Removed removed -> byPosition.put(removed.position(), edit);
                case Added added -> added(added, null, null);
            }
        }
        try (LabelTree tree = LabelTree.of(original)) {
            List<String> missing = tree.pictures().stream()
                .filter(name -> !tree.contains(name) && pictures.apply(name).isEmpty()).toList();
            if (!missing.isEmpty()) {
                throw new IssueLog(original.toString()).refuse("classes-folder.pictures", 0, 0, "", "", missing.size()
                    + " pictures are not where the dataset looks for them, for example " + missing.getFirst()
                    + "; folders of classes hold the pictures themselves.");
            }
            progress.begin("Writing " + original.getFileName(), 0);
            int position = 0;
            for (String name : tree.pictures()) {
                LabelEdit edit = label(name).isEmpty() ? null : byPosition.get(position++);
                if (!(edit instanceof LabelEdit.Removed)) {
                    try (InputStream in = tree.contains(name) ? tree.open(name)
                        : Files.newInputStream(pictures.apply(name).orElseThrow());
                        OutputStream out = to.file(edit instanceof Changed change ? moved(name, change, truth) : name)) {
                        in.transferTo(out);
                    }
                }
            }
            for (String name : tree.names()) {
                if (!PathNames.isPicture(name) && !name.equals(LabelTree.SIZES)) {
                    try (InputStream in = tree.open(name); OutputStream out = to.file(name)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private static String moved(String name, Changed change, GroundTruth truth) {
        if (change.label() == null) {
            return name;
        }
        String folder = name.substring(0, name.lastIndexOf('/'));
        String parent = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/') + 1) : "";
        return parent + truth.classes().get(change.label()).name() + "/" + PathNames.base(name);
    }

    @Override
    public boolean copiesPictures() {
        return true;
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        throw new IssueLog("classes-folder").refuse("classes-folder.write", 0, 0, "", "",
            "Folders of classes hold the pictures themselves, and there are none here. Export as classes-csv.");
    }

    /** A picture with labels of several classes goes into the folder of each. */
    @Override
    public void write(GroundTruth truth, Function<String, Optional<Path>> pictures, LabelSink sink, Progress progress)
        throws IOException {
        Export.checkPictures(truth, pictures, this);
        progress.begin("Writing folders of classes", truth.images().size());
        AnnotationColumns rows = truth.annotations();
        Set<String> taken = new HashSet<>();
        for (int image = 0; image < truth.images().size(); image++) {
            String picture = truth.images().get(image).fileName();
            String base = PathNames.base(picture.replace('\\', '/'));
            for (int label : IntStream.range(rows.begin(image), rows.end(image)).map(rows::label).distinct().toArray()) {
                String folder = FileNames.single(truth.classes().get(label).name());
                String name = folder + "/" + FileNames.single(base);
                for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                    name = folder + "/" + FileNames.single(PathNames.stem(base) + "_" + i + base.substring(
                        PathNames.stem(base).length()));
                }
                try (InputStream in = Files.newInputStream(pictures.apply(picture).orElseThrow());
                    OutputStream out = sink.file(name)) {
                    in.transferTo(out);
                }
            }
            Export.imageWritten(progress);
        }
    }
}
