package dev.errata.formats.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss.Kind;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.records.PredictedLabels;

/** Counts what labels lose in a format, by comparing them with what was written and read again. */
public final class Losses {

    private static final double PIXEL = 1e-6;
    private static final int EXAMPLES = 5;

    private final GroundTruth labels;
    private final GroundTruth again;
    private final RecordPairs pairs;
    private final Set<Holds> held;
    private final Set<Holds> had;
    private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> examples = new EnumMap<>(Kind.class);

    private Losses(GroundTruth labels, GroundTruth again, LabelFormat format, PictureCopies copies) {
        this.labels = labels;
        this.again = again;
        held = format.holds();
        had = Formats.named(labels.format()).map(LabelFormat::holds).orElse(Set.of());
        pairs = copies == null ? RecordPairs.of(labels, again, held.contains(Holds.BOXES))
            : RecordPairs.of(labels, again, held.contains(Holds.BOXES), copies.imageOf());
    }

    /**
     * @param labels labels, or predictions in their place
     * @param again the same, written in a format and read again
     * @param setAside records of the imported file that are in neither
     * @return what is lost, in the order of {@link Kind}; nothing that is lost zero times
     */
    public static List<Loss> of(GroundTruth labels, GroundTruth again, LabelFormat format, long setAside) throws IOException {
        return new Losses(labels, again, format, null).all(setAside);
    }

    /**
     * What labels lose of which pictures are a part, so that an image comes back as many.
     *
     * @param copies where the pictures are that were written
     * @param setAside records of the imported file that are in neither
     */
    public static List<Loss> of(GroundTruth labels, PictureCopies copies, LabelFormat format, long setAside) throws IOException {
        return new Losses(labels, copies.merged(), format, copies).all(setAside);
    }

    private List<Loss> all(long setAside) throws IOException {
        images();
        classes();
        records();
        if (setAside > 0) {
            counts.put(Kind.SET_ASIDE, new long[] {setAside, setAside});
        }
        List<Loss> found = new ArrayList<>();
        counts.forEach((kind, count) -> {
            if (count[0] > 0) {
                found.add(new Loss(kind, count[0], count[1],
                    String.join(", ", examples.getOrDefault(kind, Set.of()))));
            }
        });
        return found;
    }

    private void count(Kind kind, boolean lost, String example) {
        long[] count = counts.computeIfAbsent(kind, first -> new long[2]);
        count[1]++;
        if (lost) {
            count[0]++;
            Set<String> some = examples.computeIfAbsent(kind, first -> new TreeSet<>());
            if (!example.isEmpty() && some.size() < EXAMPLES) {
                some.add(example);
            }
        }
    }

    private void images() {
        if (PredictedLabels.are(labels)) {
            return;
        }
        for (int image = 0; image < labels.images().size(); image++) {
            ImageEntry entry = labels.images().get(image);
            int other = pairs.image(image);
            count(Kind.IMAGES, other < 0, entry.fileName());
            if (other >= 0) {
                count(Kind.IMAGE_NAMES, !entry.fileName().equals(again.images().get(other).fileName()), entry.fileName());
            }
            if (entry.width() > 0) {
                count(Kind.IMAGE_SIZES, !held.contains(Holds.IMAGE_SIZES), "");
            }
        }
    }

    private void classes() {
        if (PredictedLabels.are(labels)) {
            return;
        }
        for (int label = 0; label < labels.classes().size(); label++) {
            ClassEntry entry = labels.classes().get(label);
            int other = pairs.label(label);
            ClassEntry found = other < 0 ? null : again.classes().get(other);
            count(Kind.CLASS_NAMES, found == null || !found.name().equals(entry.name()), entry.name());
            if (had.contains(Holds.CLASS_IDS) && entry.originalId() != label) {
                count(Kind.CLASS_IDS, found == null || found.originalId() != entry.originalId(), entry.name());
            }
            if (!entry.supercategory().isEmpty()) {
                count(Kind.CLASS_GROUPS, found == null || !found.supercategory().equals(entry.supercategory()),
                    entry.supercategory());
            }
        }
    }

    private void records() throws IOException {
        AnnotationColumns rows = labels.annotations();
        for (int image = 0; image < rows.imageCount(); image++) {
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                int other = pairs.partner(row);
                count(Kind.RECORDS, other < 0, other < 0 ? labels.images().get(image).fileName() : "");
                if (other >= 0) {
                    record(row, other);
                }
            }
        }
    }

    private void record(int row, int other) throws IOException {
        AnnotationColumns rows = labels.annotations();
        AnnotationColumns others = again.annotations();
        count(Kind.BOXES, pairs.difference(row, other) > PIXEL, "");
        if (PredictedLabels.are(labels)) {
            count(Kind.CONFIDENCES, PredictedLabels.score(labels, rows.position(row))
                != PredictedLabels.score(again, others.position(other)), "");
            return;
        }
        if (had.contains(Holds.ANNOTATION_IDS)) {
            count(Kind.ANNOTATION_IDS, rows.id(row) != others.id(other), "");
        }
        double area = rows.width(row) * rows.height(row);
        if (Math.abs(rows.area(row) - area) > PIXEL * Math.max(1, area)) {
            count(Kind.AREAS, Math.abs(rows.area(row) - others.area(other)) > PIXEL * Math.max(1, area), "");
        }
        if (rows.crowd(row)) {
            count(Kind.CROWD_FLAGS, !others.crowd(other), "");
        }
        details(labels.details().read(rows.position(row)), again.details().read(others.position(other)));
    }

    private void details(Detail before, Detail after) {
        if (!before.polygons().isEmpty()) {
            count(Kind.POLYGONS, !same(before.polygons(), after.polygons()), "");
        }
        if (!before.attributes().isEmpty()) {
            Map<String, String> lost = new HashMap<>(before.attributes());
            lost.entrySet().removeAll(after.attributes().entrySet());
            count(Kind.ATTRIBUTES, !lost.isEmpty(), lost.keySet().stream().sorted().findFirst().orElse(""));
        }
        Map<String, String> fields = fields(before.unknownFields());
        if (!fields.isEmpty()) {
            fields.entrySet().removeAll(fields(after.unknownFields()).entrySet());
            count(Kind.UNKNOWN_FIELDS, !fields.isEmpty(), fields.keySet().stream().sorted().findFirst().orElse(""));
        }
    }

    private static Map<String, String> fields(String object) {
        Map<String, String> fields = new HashMap<>();
        if (!object.isEmpty()) {
            JsonSpans.of(object, 0).forEach(field -> fields.put(field.name(), field.value(object)));
        }
        return fields;
    }

    private static boolean same(List<double[]> some, List<double[]> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            double[] other = others.get(i);
            if (some.get(i).length != other.length) {
                return false;
            }
            for (int point = 0; point < other.length; point++) {
                if (Math.abs(some.get(i)[point] - other[point]) > PIXEL) {
                    return false;
                }
            }
        }
        return true;
    }
}
