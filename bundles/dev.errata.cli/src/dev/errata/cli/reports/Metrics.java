package dev.errata.cli.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.sources.Comparison;
import dev.errata.dataset.operations.Counted;
import dev.errata.dataset.operations.RunMetrics;
import dev.errata.engine.Progress;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.TideMetrics;

/**
 * What a comparison is worth as numbers of the field.
 *
 * @param coco average precision and recall by COCO's names, 0 to 1 or -1 where there is nothing to find; empty if not asked
 * @param byClass the same class by class; null if not asked
 * @param lvis LVIS' numbers by its names where the labels are federated; else empty
 * @param tide what average precision would gain, in percent points, by TIDE's names; empty if not asked
 */
public record Metrics(Map<String, Double> coco, ClassTable byClass, Map<String, Double> lvis, Map<String, Double> tide) {

    private static final Metrics NONE = new Metrics(Map.of(), null, Map.of(), Map.of());

    /** Which are asked for. */
    public enum Choice {
        none(null), coco(RunMetrics.Choice.COCO), tide(RunMetrics.Choice.TIDE), all(RunMetrics.Choice.ALL);

        private final RunMetrics.Choice wanted;

        Choice(RunMetrics.Choice wanted) {
            this.wanted = wanted;
        }
    }

    /** Computes what was asked for. */
    public static Metrics of(Choice choice, Comparison compared, Progress progress) throws CommandFailure {
        if (choice == Choice.none) {
            return NONE;
        }
        if (compared.filter() != null && !compared.filter().ofImagesOnly()) {
            throw new CommandFailure("--metrics need a --where that asks of images only: average precision counts every "
                + "prediction, and many have no label to ask");
        }
        Counted counted = Counted.of(compared.annotations(), compared.predictions(), compared.overlaps(), compared.filter(),
            compared.leastConfidence());
        RunMetrics metrics = RunMetrics.of(choice.wanted, compared.source().truth(), counted.annotations(),
            counted.predictions(), counted.overlaps(), progress);
        return new Metrics(metrics.coco().map(CocoMetrics::values).orElse(Map.of()),
            metrics.coco().map(coco -> new ClassTable(compared.classNames(), coco)).orElse(null),
            metrics.coco().flatMap(coco -> metrics.rules().map(coco::lvisValues)).orElse(Map.of()),
            metrics.tide().map(TideMetrics::values).orElse(Map.of()));
    }

    /** Writes the fields into an object that is begun already. */
    public void json(JsonGenerator json, boolean curves) throws IOException {
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

    /** Prints the numbers for a person to read. */
    public void text(PrintWriter out) {
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
