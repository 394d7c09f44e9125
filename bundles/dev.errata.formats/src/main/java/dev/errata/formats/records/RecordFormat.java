package dev.errata.formats.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.RawText;

/** A text format whose records stand in one or many files: what reading and writing back have in common. */
public abstract class RecordFormat implements LabelFormat {

    private final String name;
    private final TextLayout layout;

    protected RecordFormat(String name, TextLayout layout) {
        this.name = name;
        this.layout = layout;
    }

    /**
     * Reads all files.
     *
     * @param into what is found goes there
     */
    protected abstract void read(Source source, Records into) throws IOException;

    /**
     * What the columns don't hold of a record.
     *
     * @param record its text
     * @param image null where the record was set aside
     */
    protected abstract Detail detail(String record, ImageEntry image) throws IOException;

    /**
     * What the columns don't hold of a record, where that takes more than its own text.
     *
     * @param fileHead what {@link #head} gave
     * @param memo what {@link Records#memo} was given
     */
    protected Detail detail(String record, ImageEntry image, String fileHead, String memo) throws IOException {
        return detail(record, image);
    }

    /**
     * The text of a record with values changed, everything else as it was.
     *
     * @param record raw text
     * @return raw text
     */
    protected abstract String changed(String record, Changed edit, EditContext context) throws IOException;

    /**
     * The text of a new record.
     *
     * @param neighbour raw text of a record whose manner is followed, or null
     * @return raw text, without what stands between records
     */
    protected abstract String added(Added edit, String neighbour, EditContext context);

    /** The text of a record right beside one that is edited, so that nobody makes it anew out of the other. */
    protected String kept(String record) {
        return record;
    }

    /** What stands in the place of a record that is left out; null where nothing does. */
    protected String removed(String record) {
        return null;
    }

    /** The text of a class that stands once for several records, see {@link Records#sharedLabel}. */
    protected String sharedLabel(int label, EditContext context) {
        throw new IllegalStateException("every record has a class of its own");
    }

    /** The new file for an image that has none: its name, and all its text with the records in it. */
    protected NewFile newFile(ImageEntry image, List<String> records, EditContext context) {
        throw new IllegalArgumentException("there is no place for new records of " + image.fileName());
    }

    /** A file that is made anew. */
    public record NewFile(String name, String text) {
    }

    /** Checks one of several files, so that reading it cannot fail. */
    @FunctionalInterface
    protected interface FileCheck {

        /** @return reads it */
        FileReading check(String file) throws IOException;
    }

    /** Reads one file that was checked. */
    @FunctionalInterface
    protected interface FileReading {
        void read() throws IOException;
    }

    /**
     * Reads files one by one. Of several, one that is broken is set aside whole, and the others are read.
     *
     * @param passes how many times each file is opened
     */
    protected static void each(Source source, Records into, List<String> files, int passes, FileCheck check)
        throws IOException {
        FormatException first = null;
        int broken = 0;
        source.begin(files, passes);
        for (String file : files) {
            FileReading reading = null;
            try {
                reading = check.check(file);
            } catch (FormatException e) {
                if (files.size() == 1 || e.issue().code().startsWith("zip.") || e.issue().code().startsWith("gzip.")) {
                    throw e;
                }
                first = first == null ? e : first;
                broken++;
                into.setAside(file, source.tree().place(file), e.issue());
            }
            if (reading != null) {
                reading.read();
            }
        }
        if (first != null && broken == files.size()) {
            throw first;
        }
    }

    /**
     * The beginning of a file as raw text, where single records cannot be understood without it.
     *
     * @return an empty text as a rule
     */
    protected String head(LabelTree tree, String file) throws IOException {
        return "";
    }

    /**
     * What a writer may need beside the record.
     *
     * @param image the image of the record; null where it is not known
     * @param fileHead what {@link RecordFormat#head} gave
     * @param memo what {@link Records#memo} was given
     */
    public record EditContext(GroundTruth truth, ImageEntry image, RawText raw, String fileHead, String memo) {

        /** For text that is written anew. */
        public static EditContext plain(GroundTruth truth, ImageEntry image) {
            return new EditContext(truth, image, RawText.plain(), "", "");
        }

        /** The name of a class, as raw text. */
        public String className(int label) {
            return raw.encode(truth.classes().get(label).name());
        }
    }

    @Override
    public final String name() {
        return name;
    }

    private LabelTree open(Path path) throws IOException {
        return LabelTree.of(root(path));
    }


    @Override
    public final GroundTruth readGroundTruth(Path file, Progress progress) throws IOException {
        return readGroundTruth(file, null, progress);
    }

    @Override
    public GroundTruth readGroundTruth(Path file, Path images, Progress progress) throws IOException {
        try (LabelTree tree = open(file)) {
            Records records = new Records(name, new IssueLog(file.toString()), null);
            read(tree, images, records, progress);
            return records.groundTruth(new PlacedDetails(tree.path(), records.places(), this::head,
                parser(records, records.imageOfPosition())), (name, offsets) -> lines(tree, name, offsets));
        }
    }

    private PlacedDetails.Parser parser(Records records, int[] imageOf) {
        return (position, record, head) -> detail(new String(record, StandardCharsets.UTF_8),
            imageOf[position] < 0 ? null : records.imageEntry(imageOf[position]), head, records.memo());
    }

    @Override
    public void readFields(Path file, Path images, GroundTruth truth, FieldCollector into, Progress progress)
        throws IOException {
        try (LabelTree tree = open(file)) {
            Records records = new Records(name, new IssueLog(file.toString()), null);
            records.collect(into);
            read(tree, images, records, progress);
            checkUnchanged(records, truth);
            if (holds().contains(Holds.ATTRIBUTES) || holds().contains(Holds.UNKNOWN_FIELDS)) {
                int[] imageOf = records.imageOfPosition();
                RecordFields.collect(tree, records.places(), imageOf, this::head, parser(records, imageOf), into, progress);
            }
        }
    }

    private static void checkUnchanged(Records records, GroundTruth truth) throws FormatException {
        if (records.places().size() != truth.counts().read()) {
            throw records.log().refuse("file.changed", 0, 0, "", "", "There are " + records.places().size()
                + " records now, but there were " + truth.counts().read() + " at the import. Import the labels again.");
        }
    }

    private static LineIndex lines(LabelTree tree, String file, long[] offsets) throws IOException {
        try (InputStream text = tree.openText(file)) {
            return LineIndex.of(text, offsets);
        }
    }

    private void read(LabelTree tree, Path images, Records records, Progress progress) throws IOException {
        read(tree, images, records, this::read, progress);
    }

    private void read(LabelTree tree, Path images, Records records, Reading reading, Progress progress) throws IOException {
        Pictures pictures = takesSizesFromPictures() ? Pictures.of(tree, tree.remembersSizes() ? null : images) : new Pictures();
        if (records.predictions()) {
            for (ImageEntry image : records.belongsTo().images()) {
                pictures.add(image.fileName(), image.width(), image.height());
            }
        }
        records.watch(progress);
        reading.read(new Source(tree, pictures, progress), records);
        for (String file : tree.wide()) {
            records.note("text.utf16", tree.place(file), "The file is UTF-16. It was read as such, and is written back as such.");
        }
    }

    @Override
    public Predictions readPredictions(Path file, GroundTruth truth, Progress progress) throws IOException {
        return readPredictions(file, truth, this::read, progress);
    }

    /** Goes through all files. */
    @FunctionalInterface
    protected interface Reading {
        void read(Source source, Records into) throws IOException;
    }

    /** Reads predictions in a way that takes more out of the files than {@link #read} does. */
    protected final Predictions readPredictions(Path file, GroundTruth truth, Reading reading, Progress progress)
        throws IOException {
        try (LabelTree tree = open(file)) {
            Records records = new Records(name, new IssueLog(file.toString()), truth);
            read(tree, null, records, reading, progress);
            return ReadPredictions.of(records, name, (named, offsets) -> lines(tree, named, offsets));
        }
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, OutputStream to)
        throws IOException {
        try (LabelTree tree = open(original)) {
            boolean oneFile = !Files.isDirectory(tree.path());
            if (edits.isEmpty() && oneFile) {
                Files.copy(tree.path(), to);
                return;
            }
            EditedFiles files = edited(tree, truth, edits, Progress.NONE);
            if (tree.isSingle()) {
                files.writeSingle(to);
            } else {
                try (LabelSink sink = LabelSink.archive(to)) {
                    files.write(sink, oneFile);
                }
            }
        }
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits,
        Function<String, Optional<Path>> pictures, LabelSink to, Progress progress) throws IOException {
        try (LabelTree tree = open(original)) {
            EditedFiles files = edited(tree, truth, edits, progress);
            LabelSink watched = LabelSink.watched(to, progress);
            progress.begin("Writing " + tree.path().getFileName(), files.length());
            if (tree.isSingle()) {
                // one file stays as it is packed
                try (OutputStream out = watched.file(tree.names().getFirst())) {
                    files.writeSingle(out);
                }
            } else {
                files.write(watched, false);
            }
        }
    }

    private EditedFiles edited(LabelTree tree, GroundTruth truth, Collection<LabelEdit> edits, Progress progress)
        throws IOException {
        EditedFiles files = new EditedFiles(tree);
        if (!edits.isEmpty()) {
            Records records = new Records(name, new IssueLog(tree.path().toString()), null);
            read(tree, null, records, progress);
            checkUnchanged(records, truth);
            new Edits(this, layout, truth, records, edits).to(files);
        }
        return files;
    }
}
