package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelSink;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.PartOfTask;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonHead;

/**
 * The COCO files of a folder or an archive, usually one each for training, validation and test, as one set of labels. Classes
 * are the same by name. Where ids of two files clash, images get the file's name in front and annotations a new count; in
 * the files they stay. A picture that lies beside its file has that folder in front of its name.
 */
final class CocoSplits {

    private static final int KEPT_ISSUES = 1000;

    private final List<LabelInput> inputs = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<GroundTruth> splits = new ArrayList<>();
    /** The first image and the first record of each split among all. */
    private final List<Integer> firstImage = new ArrayList<>();
    private final List<Integer> firstRecord = new ArrayList<>();
    private final List<ClassEntry> classes = new ArrayList<>();
    private final List<int[]> classOf = new ArrayList<>();
    private final Set<String> pictures;
    /** Why other files are none. */
    private final List<FormatException> others = new ArrayList<>();

    private CocoSplits(LabelTree tree) {
        pictures = Set.copyOf(tree.pictures());
    }

    /** The names of the COCO files of a tree. */
    static List<String> files(LabelTree tree) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : tree.names("json")) {
            JsonHead json = JsonHead.of(tree.head(name));
            if (json.isArray("images") || json.isArray("annotations") || json.isArray("categories")) {
                files.add(name);
            }
        }
        return files;
    }

    static CocoSplits read(LabelTree tree, Progress progress) throws IOException {
        CocoSplits all = new CocoSplits(tree);
        List<String> files = files(tree);
        if (files.isEmpty()) {
            String code = Files.isDirectory(tree.path()) ? "file.directory" : "coco.files";
            throw new FormatException(new Issue(code, Severity.ERROR, tree.path().toString(), 0, 0, "", "",
                "There is no COCO file in here."));
        }
        long total = 0;
        for (String name : files) {
            total += tree.length(name);
        }
        progress.begin("Reading " + tree.path().getFileName(), total);
        Progress sum = new PartOfTask(progress, true);
        for (String name : files) {
            LabelInput input = LabelInput.of(tree, name);
            try {
                all.add(name, input, new CocoGroundTruthReader(input).read(sum));
            } catch (FormatException e) {
                // a file that is sound, but no labels of images: those of videos and captions lie beside such
                if (files.size() == 1 || !e.issue().code().equals("coco.section.missing")) {
                    throw e;
                }
                all.others.add(e);
            }
        }
        if (all.splits.isEmpty()) {
            throw all.others.getFirst();
        }
        return all;
    }

    private void add(String name, LabelInput input, GroundTruth split) {
        int images = splits.isEmpty() ? 0 : firstImage.getLast() + splits.getLast().images().size();
        long records = splits.isEmpty() ? 0 : firstRecord.getLast() + splits.getLast().counts().read();
        firstImage.add(images);
        firstRecord.add(Math.toIntExact(records));
        names.add(name);
        inputs.add(input);
        splits.add(split);
        classOf.add(split.classes().stream().mapToInt(this::label).toArray());
    }

    private int label(ClassEntry entry) {
        long next = 0;
        boolean taken = false;
        for (int label = 0; label < classes.size(); label++) {
            if (classes.get(label).name().equals(entry.name())) {
                return label;
            }
            next = Math.max(next, classes.get(label).originalId() + 1);
            taken |= classes.get(label).originalId() == entry.originalId();
        }
        classes.add(taken ? new ClassEntry(entry.name(), next, entry.supercategory()) : entry);
        return classes.size() - 1;
    }

    /** All of them as one. */
    GroundTruth labels() {
        List<ImageEntry> images = new ArrayList<>();
        boolean sameIds = clash(false);
        for (int split = 0; split < splits.size(); split++) {
            String folder = names.get(split).substring(0, names.get(split).lastIndexOf('/') + 1);
            for (ImageEntry image : splits.get(split).images()) {
                String file = pictures.contains(folder + image.fileName()) ? folder + image.fileName() : image.fileName();
                images.add(new ImageEntry(file, sameIds ? names.get(split) + "#" + image.originalId() : image.originalId(),
                    image.width(), image.height()));
            }
        }
        List<Issue> issues = new ArrayList<>();
        IssueCounts counts = IssueCounts.NONE;
        long read = 0;
        long imported = 0;
        long warnings = 0;
        for (GroundTruth split : splits) {
            split.issues().stream().limit(KEPT_ISSUES - issues.size()).forEach(issues::add);
            counts = counts.plus(split.issueCounts());
            read += split.counts().read();
            imported += split.counts().imported();
            warnings += split.counts().warnings();
        }
        IssueCounts.Tally setAside = new IssueCounts.Tally();
        for (FormatException other : others) {
            Issue why = other.issue();
            setAside.add(Severity.QUARANTINED, why.code(), 1);
            issues.add(new Issue(why.code(), Severity.QUARANTINED, why.file(), why.line(), why.column(), why.record(),
                why.value(), why.message() + " The file was set aside; the others were read."));
        }
        read += others.size();
        return new GroundTruth(CocoFormat.NAME, images, List.copyOf(classes), columns(images.size()), details(), issues,
            new RecordCounts(read, imported, read - imported, warnings), counts.plus(setAside.counts()),
            SplitFederation.of(splits, classOf, classes.size()));
    }

    /** Collects what the files say of images and labels; of several files also which one an image is in. */
    void readFields(FieldCollector into, Progress progress) throws IOException {
        for (int split = 0; split < splits.size(); split++) {
            List<ImageEntry> images = splits.get(split).images();
            for (int image = 0; splits.size() > 1 && image < images.size(); image++) {
                into.image(firstImage.get(split) + image, "split", PathNames.stem(PathNames.base(names.get(split))));
            }
            CocoFields.read(inputs.get(split), images, firstImage.get(split), firstRecord.get(split), into, progress);
        }
    }

    /** Whether two files use one id. */
    private boolean clash(boolean annotations) {
        Set<Object> seen = new HashSet<>();
        for (GroundTruth split : splits) {
            if (annotations) {
                AnnotationColumns rows = split.annotations();
                for (int image = 0; image < rows.imageCount(); image++) {
                    for (int row = rows.begin(image); row < rows.end(image); row++) {
                        if (!seen.add(rows.id(row))) {
                            return true;
                        }
                    }
                }
            } else if (!split.images().stream().allMatch(image -> seen.add(image.originalId()))) {
                return true;
            }
        }
        return false;
    }

    private AnnotationColumns columns(int imageCount) {
        int size = splits.stream().mapToInt(split -> split.annotations().size()).sum();
        boolean renumber = splits.size() > 1 && clash(true);
        AnnotationRows all = new AnnotationRows(size);
        int[] images = new int[size];
        for (int split = 0; split < splits.size(); split++) {
            AnnotationColumns rows = splits.get(split).annotations();
            for (int image = 0; image < rows.imageCount(); image++) {
                for (int row = rows.begin(image); row < rows.end(image); row++) {
                    int position = firstRecord.get(split) + rows.position(row);
                    images[all.size()] = firstImage.get(split) + image;
                    all.add(renumber ? position + 1L : rows.id(row), classOf.get(split)[rows.label(row)], rows.x(row),
                        rows.y(row), rows.width(row), rows.height(row), rows.area(row), rows.crowd(row), position);
                }
            }
        }
        return AnnotationColumns.grouped(imageCount, images, all);
    }

    private AnnotationDetails details() {
        if (splits.size() == 1) {
            return splits.getFirst().details();
        }
        return new AnnotationDetails() {

            @Override
            public Detail read(int position) throws IOException {
                int split = last(firstRecord, position);
                return splits.get(split).details().read(position - firstRecord.get(split));
            }

            @Override
            public boolean quick() {
                return splits.stream().allMatch(split -> split.details().quick());
            }
        };
    }

    /** The last split that begins at a number or before; empty ones begin where the next does. */
    private static int last(List<Integer> begins, int number) {
        int last = begins.size() - 1;
        while (begins.get(last) > number) {
            last--;
        }
        return last;
    }

    /** Copies all files of a tree but pictures; what is edited is changed in its own file. */
    void write(LabelTree tree, GroundTruth truth, Collection<LabelEdit> edits, LabelSink to) throws IOException {
        if (truth.counts().read() != firstRecord.getLast() + splits.getLast().counts().read() + others.size()) {
            throw new FormatException(new Issue("file.changed", Severity.ERROR, tree.path().toString(), 0, 0, "", "",
                "The files have another number of annotations than at the import. Import them again."));
        }
        Map<String, List<LabelEdit>> byFile = new HashMap<>();
        for (LabelEdit edit : edits) {
            int split = split(edit);
            byFile.computeIfAbsent(names.get(split), first -> new ArrayList<>()).add(local(edit, split));
        }
        for (String file : tree.names()) {
            if (PathNames.isPicture(file) || file.equals(LabelTree.SIZES)) {
                continue;
            }
            int split = names.indexOf(file);
            try (OutputStream out = to.file(file)) {
                if (split >= 0 && byFile.containsKey(file)) {
                    new CocoWriter(inputs.get(split), splits.get(split), byFile.get(file)).write(out);
                } else {
                    try (InputStream in = tree.open(file)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private int split(LabelEdit edit) {
        return switch (edit) {
            case LabelEdit.Added added -> last(firstImage, added.image());
            case LabelEdit.Changed changed -> last(firstRecord, changed.position());
            case LabelEdit.Removed removed -> last(firstRecord, removed.position());
        };
    }

    /** An edit as the file of a split counts. */
    private LabelEdit local(LabelEdit edit, int split) {
        int record = firstRecord.get(split);
        return switch (edit) {
            case LabelEdit.Added added -> new LabelEdit.Added(added.id(), added.image() - firstImage.get(split),
                localLabel(added.label(), split), added.box(), added.polygons(), added.attributes(), added.crowd());
            case LabelEdit.Changed changed -> new LabelEdit.Changed(changed.position() - record,
                changed.label() == null ? null : Integer.valueOf(localLabel(changed.label(), split)), changed.box(),
                changed.polygons(), changed.attributes(), changed.crowd());
            case LabelEdit.Removed removed -> new LabelEdit.Removed(removed.position() - record);
        };
    }

    private int localLabel(int label, int split) {
        int[] global = classOf.get(split);
        for (int local = 0; local < global.length; local++) {
            if (global[local] == label) {
                return local;
            }
        }
        throw new IllegalArgumentException(names.get(split) + " has no class \"" + classes.get(label).name()
            + "\". Add it to the categories of the file, then import the labels again");
    }
}
