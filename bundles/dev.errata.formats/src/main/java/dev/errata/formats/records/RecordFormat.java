package dev.errata.formats.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

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
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.Pictures;
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
     * @param fileHead raw text of at least the first line
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
     * What a writer may need beside the record.
     *
     * @param image the image of the record; null where it is not known
     * @param fileText raw text of the file; empty where there is none yet
     * @param memo what {@link Records#memo} was given
     */
    public record EditContext(GroundTruth truth, ImageEntry image, RawText raw, String fileText, String memo) {

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
            return records.groundTruth(new PlacedDetails(tree.path(), records.places(),
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
            checkUnchanged(tree, records, truth);
            if (holds().contains(Holds.ATTRIBUTES) || holds().contains(Holds.UNKNOWN_FIELDS)) {
                int[] imageOf = records.imageOfPosition();
                RecordFields.collect(tree, records.places(), imageOf, parser(records, imageOf), into, progress);
            }
        }
    }

    private static void checkUnchanged(LabelTree tree, Records records, GroundTruth truth) throws FormatException {
        if (records.places().size() != truth.counts().read()) {
            throw new FormatException(new IssueLog(tree.path().toString()).refuse("file.changed", 0, 0, "", "",
                "There are " + records.places().size() + " records now, but there were " + truth.counts().read()
                    + " at the import. Import the labels again.").issue());
        }
    }

    private static LineIndex lines(LabelTree tree, String file, long[] offsets) throws IOException {
        try (InputStream text = tree.openText(file)) {
            return LineIndex.of(text, offsets);
        }
    }

    private void read(LabelTree tree, Path images, Records records, Progress progress) throws IOException {
        Pictures pictures = takesSizesFromPictures() ? Pictures.of(tree, tree.remembersSizes() ? null : images) : new Pictures();
        if (records.predictions()) {
            for (ImageEntry image : records.belongsTo().images()) {
                pictures.add(image.fileName(), image.width(), image.height());
            }
        }
        read(new Source(tree, pictures, progress), records);
        for (String file : tree.wide()) {
            records.note("text.utf16", tree.place(file), "The file is UTF-16. It was read as such, and is written back as such.");
        }
    }

    @Override
    public Predictions readPredictions(Path file, GroundTruth truth, Progress progress) throws IOException {
        try (LabelTree tree = open(file)) {
            Records records = new Records(name, new IssueLog(file.toString()), truth);
            read(tree, null, records, progress);
            return records.resolved((name, offsets) -> lines(tree, name, offsets));
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
            Map<String, byte[]> changed = edits.isEmpty() ? Map.of() : edited(tree, truth, edits);
            if (tree.isSingle()) {
                writeSingle(tree, changed, to);
            } else {
                try (LabelSink sink = LabelSink.archive(to)) {
                    copy(tree, changed, sink, oneFile);
                }
            }
        }
    }

    private static void writeSingle(LabelTree tree, Map<String, byte[]> changed, OutputStream to) throws IOException {
        byte[] text = changed.get(tree.names().getFirst());
        if (text == null) {
            Files.copy(tree.path(), to);
            return;
        }
        if (tree.isCompressed()) {
            GZIPOutputStream packed = new GZIPOutputStream(to);
            packed.write(text);
            packed.finish();
        } else {
            to.write(text);
        }
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, LabelSink to)
        throws IOException {
        try (LabelTree tree = open(original)) {
            if (tree.isSingle()) {
                // one file stays as it is packed
                try (OutputStream out = to.file(tree.names().getFirst())) {
                    writeEdited(original, truth, edits, out);
                }
                return;
            }
            copy(tree, edits.isEmpty() ? Map.of() : edited(tree, truth, edits), to, false);
        }
    }

    private static void copy(LabelTree tree, Map<String, byte[]> changed, LabelSink to, boolean pictures) throws IOException {
        TreeMap<String, byte[]> left = new TreeMap<>(changed);
        for (String file : tree.names()) {
            byte[] text = left.remove(file);
            if (!pictures && (LabelTree.isPicture(file) || file.equals(LabelTree.SIZES))) {
                continue;
            }
            try (OutputStream out = to.file(file); InputStream in = text == null ? tree.open(file)
                : new ByteArrayInputStream(text)) {
                in.transferTo(out);
            }
        }
        for (Map.Entry<String, byte[]> added : left.entrySet()) {
            try (OutputStream out = to.file(added.getKey())) {
                out.write(added.getValue());
            }
        }
    }

    private Map<String, byte[]> edited(LabelTree tree, GroundTruth truth, Collection<LabelEdit> edits) throws IOException {
        Records records = new Records(name, new IssueLog(tree.path().toString()), null);
        read(tree, null, records, Progress.NONE);
        checkUnchanged(tree, records, truth);
        return new Edits(truth, records, edits).files(tree);
    }

    /** Sorts edits by file and does them. */
    private final class Edits {

        private final GroundTruth truth;
        private final Records records;
        private final Map<Integer, LabelEdit> byPosition = new HashMap<>();
        private final Map<String, List<Added>> byImage = new TreeMap<>();
        private final Map<String, ImageEntry> imageByKey = new HashMap<>();
        private final Map<String, Integer> ownImage = new HashMap<>();
        private final RawText raw = new RawText(StandardCharsets.UTF_8);

        Edits(GroundTruth truth, Records records, Collection<LabelEdit> edits) {
            this.truth = truth;
            this.records = records;
            for (LabelEdit edit : edits) {
                switch (edit) {
                    case Changed change -> put(change.position(), edit);
                    case LabelEdit.Removed removed -> put(removed.position(), edit);
                    case Added added -> byImage.computeIfAbsent(truth.images().get(added.image()).originalId(),
                        key -> new ArrayList<>()).add(added);
                }
            }
            truth.images().forEach(image -> imageByKey.put(image.originalId(), image));
            for (int image = 0; image < records.images().size(); image++) {
                ownImage.put(records.images().get(image).originalId(), image);
            }
        }

        private void put(int position, LabelEdit edit) {
            if (position < 0 || position >= records.places().size() || byPosition.put(position, edit) != null) {
                throw new IllegalArgumentException("no record " + position + ", or it is edited twice");
            }
        }

        Map<String, byte[]> files(LabelTree tree) throws IOException {
            RecordPlaces places = records.places();
            Map<Integer, List<Integer>> positions = new HashMap<>();
            for (int position = 0; position < places.size(); position++) {
                positions.computeIfAbsent(places.file(position), key -> new ArrayList<>()).add(position);
            }
            Map<Integer, List<FileEdit.Addition>> additions = new HashMap<>();
            Map<String, byte[]> files = new HashMap<>();
            for (Map.Entry<String, List<Added>> added : byImage.entrySet()) {
                Integer image = ownImage.get(added.getKey());
                Records.Anchor anchor = image == null ? null : records.anchor(image);
                if (anchor == null) {
                    NewFile file = newFile(added.getKey(), added.getValue());
                    files.put(file.name(), raw.toBytes(file.text()));
                } else {
                    additions.computeIfAbsent(anchor.file(), key -> new ArrayList<>())
                        .add(new FileEdit.Addition(image, anchor, added.getValue()));
                }
            }
            int[] imageOf = records.imageOfPosition();
            for (int file = 0; file < places.files().size(); file++) {
                List<Integer> own = positions.getOrDefault(file, List.of());
                if (additions.containsKey(file) || own.stream().anyMatch(byPosition::containsKey)) {
                    String text = raw.fromBytes(tree.read(places.files().get(file)));
                    FileEdit edit = new FileEdit(slots(own, imageOf, text), additions.getOrDefault(file, List.of()));
                    String written = layout.apply(text, edit, (record, neighbour) -> added(record, neighbour,
                        new EditContext(truth, truth.images().get(record.image()), raw, text, records.memo())));
                    files.put(places.files().get(file), tree.encoded(places.files().get(file), raw.toBytes(written)));
                }
            }
            return files;
        }

        private NewFile newFile(String key, List<Added> records) {
            EditContext context = new EditContext(truth, imageByKey.get(key), raw, "", this.records.memo());
            List<String> texts = records.stream().map(added -> added(added, null, context)).toList();
            return RecordFormat.this.newFile(imageByKey.get(key), texts, context);
        }

        private List<FileEdit.Slot> slots(List<Integer> positions, int[] imageOf, String text) throws IOException {
            List<FileEdit.Slot> slots = new ArrayList<>();
            for (int position : positions) {
                int begin = (int) records.places().begin(position);
                int end = (int) records.places().end(position);
                LabelEdit edit = byPosition.get(position);
                String changed = null;
                if (edit instanceof Changed change) {
                    ImageEntry own = records.images().get(imageOf[position]);
                    ImageEntry image = imageByKey.getOrDefault(own.originalId(), own);
                    changed = changed(text.substring(begin, end), change, new EditContext(truth, image, raw, text,
                        records.memo()));
                }
                slots.add(new FileEdit.Slot(begin, end, imageOf[position], changed, edit instanceof LabelEdit.Removed));
            }
            return slots;
        }
    }
}
