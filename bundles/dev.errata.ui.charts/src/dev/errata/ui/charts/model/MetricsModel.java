package dev.errata.ui.charts.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.operations.RunMetrics;
import dev.errata.engine.metrics.ClassMetrics;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.ConfidenceCurve;
import dev.errata.engine.metrics.TideMetrics;

/** The metrics of one run as the view shows them. Immutable. */
public final class MetricsModel {

    private final String dataset;
    private final String run;
    private final Filter filter;
    private final CocoMetrics coco;
    private final TideMetrics tide;
    private final Map<String, Double> values;
    private final Map<String, Double> importedValues;
    private final List<ClassRow> rows;

    /**
     * @param filter the filter of the dataset, or null
     * @param names of the classes in order
     * @param allClasses what all classes together are called
     * @param metrics with COCO's and TIDE's numbers
     * @param imported COCO's with the labels as they were imported; null where none was changed
     */
    public MetricsModel(String dataset, String run, Filter filter, List<String> names, String allClasses,
        RunMetrics metrics, RunMetrics imported) {
        this.dataset = dataset;
        this.run = run;
        this.filter = filter;
        coco = metrics.coco().orElseThrow();
        tide = metrics.tide().orElseThrow();
        values = values(metrics);
        importedValues = imported == null ? Map.of() : values(imported);
        CocoMetrics before = imported == null ? null : imported.coco().orElseThrow();
        List<ClassRow> all = new ArrayList<>();
        all.add(new ClassRow(ClassRow.ALL, allClasses, together(names.size()),
            before == null ? CocoMetrics.ABSENT : before.values().get("AP")));
        for (int label = 0; label < names.size(); label++) {
            all.add(new ClassRow(label, names.get(label), coco.ofClass(label),
                before == null ? CocoMetrics.ABSENT : before.ofClass(label).ap()));
        }
        rows = List.copyOf(all);
    }

    private static Map<String, Double> values(RunMetrics metrics) {
        CocoMetrics coco = metrics.coco().orElseThrow();
        return metrics.rules().map(coco::lvisValues).orElseGet(coco::values);
    }

    private ClassMetrics together(int classCount) {
        List<ClassMetrics> classes = IntStream.range(0, classCount).mapToObj(coco::ofClass).toList();
        Map<String, Double> all = coco.values();
        return new ClassMetrics(all.get("AP"), all.get("AP50"), all.get("AP75"), all.get("AR100"),
            classes.stream().mapToInt(ClassMetrics::annotations).sum(),
            ConfidenceCurve.sum(classes.stream().map(ClassMetrics::byConfidence).toList()));
    }

    public String dataset() {
        return dataset;
    }

    public String run() {
        return run;
    }

    /** The filter that held when this was computed, or null. Metrics count whole images: only one of images was followed. */
    public Filter filter() {
        return filter;
    }

    /** COCO's twelve numbers, or LVIS' thirteen where the labels are federated, by their names. */
    public Map<String, Double> values() {
        return values;
    }

    /** The same numbers with the labels as they were imported; none where nothing was changed. */
    public Map<String, Double> importedValues() {
        return importedValues;
    }

    /** All classes together, then each class in order. */
    public List<ClassRow> rows() {
        return rows;
    }

    /** What costs average precision. */
    public TideMetrics tide() {
        return tide;
    }

    /**
     * Interpolated precision at recall 0, 0.01 to 1 of a class, or the mean over classes.
     *
     * @param iouStep 0 for IoU 0.5, 1 for 0.55, up to 9 for 0.95
     * @return 101 values, or none where there is nothing to find
     */
    public double[] precisionByRecall(ClassRow row, int iouStep) {
        return row.label() == ClassRow.ALL ? coco.meanPrecisionByRecall(iouStep) : coco.precisionByRecall(row.label(), iouStep);
    }
}
