package dev.errata.formats.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.fields.FieldValue;
import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LineIndex;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonNode;
import dev.errata.formats.json.JsonPointers;

/**
 * Collects what a reader finds: images, classes and records in file order. Every record gets a position, and is then either
 * added or set aside.
 */
public final class Records {

    /** The code of the issue that boxes count in thousandths of images of unknown size. */
    public static final String SIZE_UNKNOWN = "image.size.unknown";

    /** The id of a record that has none. */
    public static final String NO_ID = "";
    private static final double EDGE = 1;
    private static final int STEP = 1024;

    private final String format;
    private final IssueLog log;
    private final GroundTruth belongsTo;
    private final RecordPlaces places = new RecordPlaces();
    private final List<String> filePlaces = new ArrayList<>();
    private final List<ImageEntry> images = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<SharedLabel> sharedLabels = new ArrayList<>();
    private final Map<String, Integer> imageByKey = new HashMap<>();
    private final List<ClassEntry> classes = new ArrayList<>();
    private final Map<String, Integer> classByName = new HashMap<>();
    private final ReadRows rows = new ReadRows();
    private final BitSet warned = new BitSet();
    private String memo = "";
    private final BitSet nominal = new BitSet();
    private FieldCollector fields;
    private Element element = Element.of("");
    private Progress progress = Progress.NONE;

    /** @param belongsTo the labels that predictions belong to; null where labels are read */
    Records(String format, IssueLog log, GroundTruth belongsTo) {
        this.format = format;
        this.log = log;
        this.belongsTo = belongsTo;
    }

    /** Remembers what single records need to be understood that stands elsewhere. */
    public void memo(String text) {
        memo = text;
    }

    String memo() {
        return memo;
    }

    /** The labels that the predictions being read belong to; null while labels are read. */
    public GroundTruth belongsTo() {
        return belongsTo;
    }

    /** By image so far, the index of the one of the labels that it is; below 0 where there is none. */
    public int[] labelImages() {
        return new TruthNames(belongsTo, format).images(images);
    }

    /** By name, the index of the class of the labels that it is of, or -1. */
    public int[] labelClasses(List<String> names) {
        return new TruthNames(belongsTo, format).classes(names);
    }

    public boolean predictions() {
        return belongsTo != null;
    }

    public IssueLog log() {
        return log;
    }

    RecordPlaces places() {
        return places;
    }

    /** The records that were added. */
    ReadRows rows() {
        return rows;
    }

    /** A file that holds records. */
    public int file(String name, String place) {
        filePlaces.add(place);
        element = Element.of("");
        return places.addFile(name);
    }

    /** The part of the file that is read now: the places of records and anchors count from where it begins. */
    public void element(Element part) {
        element = part;
    }

    private void report(int position, Severity severity, String code, long line, long column, String record, String value,
        String message) {
        boolean hasText = places.end(position) > places.begin(position);
        log.add(new Issue(code, severity, filePlaces.get(places.file(position)), line, column,
            hasText ? places.begin(position) : -1, log.keeps() ? pointer(position) : "", record, value, message));
    }

    private String pointer(int position) {
        long index = places.begin(position) - element.begin();
        boolean here = places.file(position) == places.files().size() - 1 && index >= 0 && index < element.raw().length();
        return here && element.pointer() != null ? element.pointer() + JsonPointers.to(element.raw(), (int) index) : "";
    }

    /** The image with a key, made where it is not known yet. Width or height 0 means unknown. */
    public int image(String fileName, String key, int width, int height) {
        Integer known = imageByKey.get(key);
        if (known != null) {
            return known;
        }
        imageByKey.put(key, images.size());
        images.add(new ImageEntry(fileName, key, width, height));
        anchors.add(null);
        return images.size() - 1;
    }

    /** Tells somebody how many records were found. */
    void watch(Progress watcher) {
        progress = watcher;
    }

    /** Keeps what is said of images from now on; otherwise nobody asks for it. */
    void collect(FieldCollector collector) {
        fields = collector;
    }

    /** Notes what the files say of an image beside its name and size. */
    public void imageField(int image, String name, String value) {
        if (fields != null) {
            FieldValue.attribute(name, value, (field, text) -> fields.image(image, field, text));
        }
    }

    /** Notes what a JSON object says of an image, some of its fields aside. */
    public void imageFields(int image, JsonNode object, Set<String> without) {
        if (fields != null) {
            for (String name : object.names()) {
                if (!without.contains(name)) {
                    FieldValue.json(name, object.member(name), (field, text) -> fields.image(image, field, text));
                }
            }
        }
    }

    /** Whether there is an image with a key. */
    public boolean hasImage(String key) {
        return imageByKey.containsKey(key);
    }

    public int imageCount() {
        return images.size();
    }

    public ImageEntry imageEntry(int image) {
        return images.get(image);
    }

    /** Says where new records of an image are to be written. */
    public void anchor(int image, Anchor anchor) {
        anchors.set(image, anchor.from(element.begin()));
    }

    Anchor anchor(int image) {
        return anchors.get(image);
    }

    /** Says that the class of records stands once for all of them, and where. */
    public void sharedLabel(int first, int end, long begin, long behind) {
        sharedLabels.add(new SharedLabel(first, end, element.begin() + begin, element.begin() + behind));
    }

    List<SharedLabel> sharedLabels() {
        return sharedLabels;
    }

    List<ImageEntry> images() {
        return images;
    }

    /** The class with a name, made where it is not known yet; its id is its index. */
    public int label(String name) {
        Integer known = classByName.get(name);
        return known != null ? known : label(name, classes.size(), "");
    }

    /** Whether there is a class with a name. */
    public boolean hasLabel(String name) {
        return classByName.containsKey(name);
    }

    /** A class with an id. */
    public int label(String name, long id, String supercategory) {
        classByName.putIfAbsent(name, classes.size());
        classes.add(new ClassEntry(name, id, supercategory));
        return classes.size() - 1;
    }

    public List<ClassEntry> classes() {
        return classes;
    }

    /** The next record, with its place in the part that is being read; add it or set it aside. */
    public int record(int file, long begin, long end) {
        if (places.size() % STEP == STEP - 1) {
            progress.records(STEP);
        }
        return places.add(file, element.begin() + begin, element.begin() + end);
    }

    /** Sets a record aside. */
    public void quarantine(int position, String code, long line, long column, String record, String value, String message) {
        warned.clear(position);
        report(position, Severity.QUARANTINED, code, line, column, record, value,
            message + " The record was set aside.");
    }

    /** Sets a whole file aside, as one record. */
    void setAside(String file, String place, Issue why) {
        places.add(file(file, place), 0, 0);
        log.addIn(place, Severity.QUARANTINED, why.code(), why.line(), why.column(), PathNames.base(file), why.value(),
            why.message() + " The file was set aside; the others were read.");
    }

    /** How an issue names the part of the file that is read now. */
    public String here() {
        return filePlaces.getLast() + " at byte " + element.begin();
    }

    /** Reports something odd about a file or an image. */
    public void note(String code, String what, String message) {
        log.addIn(what, Severity.WARNING, code, 0, 0, "", "", message);
    }

    /** Reports something odd about the record that is added next. */
    public void warn(int position, String code, long line, long column, String record, String value, String message) {
        warned.set(position);
        report(position, Severity.WARNING, code, line, column, record, value, message);
    }

    /** Says that the boxes of an image count in thousandths, because nobody knows its size. */
    public void nominal(int image) {
        nominal.set(image);
    }

    void noteNominal() {
        if (!nominal.isEmpty()) {
            log.add(Severity.WARNING, SIZE_UNKNOWN, 0, 0, "", "", "The size of " + nominal.cardinality() + " of " + images.size()
                + " images is not known, for example that of " + images.get(nominal.nextSetBit(0)).fileName()
                + "; their boxes count in thousandths of the image. Import again and give the folder of the pictures.");
        }
    }

    /** Adds a record, or sets it aside where its numbers are no box. */
    public void add(int position, Row row) {
        String name = row.id.isEmpty() ? Integer.toString(position) : row.id;
        if (!Double.isFinite(row.x + row.y + row.width + row.height)) {
            quarantine(position, "box.finite", row.line, row.column, name, row.box(), "A number of the box is not finite.");
            return;
        }
        if (row.width < 0 || row.height < 0) {
            quarantine(position, "box.negative", row.line, row.column, name, row.box(),
                "The box has a negative width or height; are its corners swapped?");
            return;
        }
        if (predictions() && !(row.score >= 0 && row.score <= 1)) {
            boolean missing = Double.isNaN(row.score);
            quarantine(position, missing ? "score.missing" : "score.range", row.line, row.column, name,
                Double.toString(row.score), missing ? "The prediction has no score." : "The score must be from 0 to 1.");
            return;
        }
        if (row.width == 0 || row.height == 0) {
            warn(position, "box.empty", row.line, row.column, name, row.box(), "The box has no area; it was imported.");
        }
        if (!predictions()) {
            checkInside(position, row, name);
        }
        rows.add(position, row);
    }

    private void checkInside(int position, Row row, String name) {
        ImageEntry image = images.get(row.image);
        double right = row.x + row.width;
        double bottom = row.y + row.height;
        if (image.width() == 0 || image.height() == 0 || row.x >= -EDGE && row.y >= -EDGE && right <= image.width() + EDGE
            && bottom <= image.height() + EDGE) {
            return;
        }
        boolean outside = right <= 0 || bottom <= 0 || row.x >= image.width() || row.y >= image.height();
        warn(position, outside ? "box.outside" : "box.edge", row.line, row.column, name, row.box(), "The box "
            + (outside ? "lies outside of" : "reaches over the edge of") + " its image of " + image.width() + " x "
            + image.height() + " pixels; it was imported as it is.");
    }

    /** The image of the record at a position; -1 where it was set aside. */
    int[] imageOfPosition() {
        return rows.imageOfPosition(places.size());
    }

    /** Ids are those of the file where every record has its own whole number; else the positions, counted from 1. */
    GroundTruth groundTruth(AnnotationDetails details, FileLines lines) throws IOException {
        NameChecks.classes(classes, log);
        NameChecks.images(images, log);
        noteNominal();
        return new GroundTruth(format, List.copyOf(images), List.copyOf(classes),
            rows.columns(images.size()), details, issues(lines), counts(rows.size()),
            log.counts());
    }

    /** Finds the lines of a file of the tree. */
    @FunctionalInterface
    interface FileLines {
        LineIndex of(String file, long[] offsets) throws IOException;
    }

    /** What was reported, with the lines of those issues of which only the byte was known. */
    List<Issue> issues(FileLines lines) throws IOException {
        return log.issues((place, offsets) -> lines.of(places.files().get(filePlaces.indexOf(place)), offsets));
    }

    RecordCounts counts(int imported) {
        return new RecordCounts(places.size(), imported, places.size() - imported, warned.cardinality());
    }
}
