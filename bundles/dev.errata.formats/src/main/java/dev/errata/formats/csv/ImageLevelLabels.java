package dev.errata.formats.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.FederatedRules.Frequency;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.text.Numbers;

/**
 * The labels of whole images that Open Images has beside its boxes: ImageID, Source, LabelName and Confidence, 1 where people saw
 * an object of the class and 0 where they saw that there is none. Images were checked for these classes only, so they become
 * the rules of a federated dataset; a class that was seen and has no box is one of which not all objects were labelled. Where the
 * hierarchy of classes is there, too, a car that was seen is a vehicle that was seen, and where there is no vehicle there is no
 * car.
 */
final class ImageLevelLabels {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    private final GroundTruth truth;
    private final ClassHierarchy hierarchy;
    private final Map<String, Integer> images = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final TreeSet<Integer>[] absent;
    private final TreeSet<Integer>[] seen;
    private boolean found;

    @SuppressWarnings("unchecked")
    private ImageLevelLabels(GroundTruth truth, ClassHierarchy hierarchy) {
        this.truth = truth;
        this.hierarchy = hierarchy;
        for (int image = 0; image < truth.images().size(); image++) {
            images.putIfAbsent(truth.images().get(image).originalId(), image);
        }
        for (int label = 0; label < truth.classes().size(); label++) {
            ClassEntry entry = truth.classes().get(label);
            classes.putIfAbsent(entry.supercategory().isEmpty() ? entry.name() : entry.supercategory(), label);
        }
        absent = new TreeSet[images.size()];
        seen = new TreeSet[images.size()];
        Arrays.setAll(absent, image -> new TreeSet<Integer>());
        Arrays.setAll(seen, image -> new TreeSet<Integer>());
    }

    /** The boxes with what the images were checked for, if a file beside them tells. */
    static GroundTruth join(GroundTruth boxes, LabelTree tree, Progress progress) throws IOException {
        if (tree.isSingle()) {
            return boxes;
        }
        ImageLevelLabels all = new ImageLevelLabels(boxes, ClassHierarchy.of(tree));
        for (String file : tree.names("csv")) {
            all.read(file, tree, progress);
        }
        return all.found ? new GroundTruth(boxes.format(), boxes.images(), boxes.classes(), boxes.annotations(), boxes.details(),
            boxes.issues(), boxes.counts(), boxes.issueCounts(), all.rules()) : boxes;
    }

    private void read(String file, LabelTree tree, Progress progress) throws IOException {
        String head = UTF_8.fromBytes(tree.head(file));
        List<CsvRow> first = CsvRow.of(head, ',', 1);
        if (first.isEmpty()) {
            return;
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < first.getFirst().size(); i++) {
            columns.put(first.getFirst().cell(head, i).toLowerCase(Locale.ROOT), i);
        }
        if (!columns.keySet().containsAll(List.of("imageid", "labelname", "confidence")) || columns.containsKey("xmin")) {
            return;
        }
        found = true;
        progress.begin("Reading " + file, tree.length(file));
        try (InputStream in = tree.openText(file, progress)) {
            CsvRows rows = new CsvRows(in, ',', new IssueLog(tree.place(file)));
            rows.next();
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                read(row, rows.element().raw(), columns);
            }
        }
    }

    private void read(CsvRow row, String text, Map<String, Integer> columns) {
        Integer image = images.get(UTF_8.decode(row.cell(text, columns.get("imageid"))));
        String label = UTF_8.decode(row.cell(text, columns.get("labelname")));
        double confidence = Numbers.parse(row.cell(text, columns.get("confidence")));
        if (image != null && confidence == 0) {
            add(hierarchy.withKinds(label), absent[image]);
        } else if (image != null && confidence == 1) {
            add(hierarchy.withParents(label), seen[image]);
        }
    }

    private void add(Set<String> names, Set<Integer> to) {
        for (String name : names) {
            Integer label = classes.get(name);
            if (label != null) {
                to.add(label);
            }
        }
    }

    private FederatedRules rules() {
        AnnotationColumns rows = truth.annotations();
        for (int image = 0; image < rows.imageCount(); image++) {
            // where people disagree, one of them saw it
            absent[image].removeAll(seen[image]);
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                seen[image].remove(rows.label(row));
                absent[image].remove(rows.label(row));
            }
        }
        Frequency[] unknown = new Frequency[truth.classes().size()];
        Arrays.fill(unknown, Frequency.UNKNOWN);
        return FederatedRules.of(numbers(absent), numbers(seen), unknown);
    }

    private static int[][] numbers(TreeSet<Integer>[] sets) {
        return Arrays.stream(sets).map(set -> set.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }
}
