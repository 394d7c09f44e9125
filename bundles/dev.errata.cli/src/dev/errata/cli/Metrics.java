package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * What a comparison is worth as numbers of the field.
 *
 * @param coco average precision and recall by COCO's names, 0 to 1 or -1 where there is nothing to find; empty if not asked
 * @param byClass the same class by class; null if not asked
 * @param lvis LVIS' numbers by its names where the labels are federated; else empty
 * @param tide what average precision would gain, in percent points, by TIDE's names; empty if not asked
 */
record Metrics(Map<String, Double> coco, ClassTable byClass, Map<String, Double> lvis, Map<String, Double> tide) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Metrics NONE = new Metrics(Map.of(), null, Map.of(), Map.of());

    /** Which are asked for. */
    enum Choice {
        none, coco, tide, all
    }

    static Metrics of(Choice choice, Comparison compared, Progress progress) {
        if (choice == Choice.none) {
            return NONE;
        }
        Confident confident = Confident.of(compared);
        PredictionColumns predictions = confident.predictions();
        int classCount = compared.classNames().size();
        Map<String, Double> tide = choice == Choice.coco ? Map.of()
            : TideMetrics.of(compared.annotations(), predictions, classCount, confident.overlaps(), progress).values();
        if (choice == Choice.tide) {
            return new Metrics(Map.of(), null, Map.of(), tide);
        }
        GroundTruth truth = compared.source().truth();
        FederatedRules rules = truth.federated();
        CocoMetrics coco = CocoMetrics.of(compared.annotations(), predictions, classCount, byId(truth.images()), rules,
            confident.overlaps(), progress);
        return new Metrics(coco.values(), new ClassTable(compared.classNames(), coco),
            rules == null ? Map.of() : coco.lvisValues(rules), tide);
    }

    /** COCO counts images by rising id; where ids are no numbers their order in the file stands. */
    private static int[] byId(List<ImageEntry> images) {
        if (!images.stream().allMatch(image -> NUMBER.matcher(image.originalId()).matches())) {
            return new int[0];
        }
        long[] ids = images.stream().mapToLong(image -> Long.parseLong(image.originalId())).toArray();
        return IntStream.range(0, ids.length).boxed().sorted(Comparator.comparingLong(image -> ids[image]))
            .mapToInt(Integer::intValue).toArray();
    }

    void json(JsonGenerator json, boolean curves) throws IOException {
        if (byClass != null) {
            json.writeFieldName("metrics");
            Json.value(json, coco);
            byClass.json(json);
            if (curves) {
                byClass.curves(json);
            }
        }
        if (!lvis.isEmpty()) {
            json.writeFieldName("lvis");
            Json.value(json, lvis);
        }
        if (!tide.isEmpty()) {
            json.writeFieldName("tide");
            Json.value(json, tide);
        }
    }

    void text(PrintWriter out) {
        table(out, "COCO metrics:", coco);
        table(out, "LVIS metrics (in each image only the classes count that it was checked for):", lvis);
        if (byClass != null) {
            byClass.text(out);
        }
        table(out, "TIDE, gain of AP at IoU 0.5 if one kind of error were fixed (percent points):", tide);
    }

    private static void table(PrintWriter out, String title, Map<String, Double> values) {
        if (!values.isEmpty()) {
            out.println();
            out.println(title);
            TextTable table = new TextTable("r".repeat(values.size()));
            table.row(values.keySet().toArray(String[]::new));
            table.row(values.values().stream().map(value -> String.format(Locale.ROOT, "%.4f", value))
                .toArray(String[]::new));
            table.print(out);
        }
    }
}
