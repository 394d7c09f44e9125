package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.ComparisonOptions;
import dev.errata.cli.reports.ComparisonFields;
import dev.errata.cli.reports.MatrixText;
import dev.errata.cli.reports.Metrics;
import dev.errata.cli.reports.SliceTable;
import dev.errata.cli.sources.Comparison;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.FilterException;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.formats.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts how labels and predictions agree. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Prints the confusion matrix of labels and predictions.")
public final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--metrics", paramLabel = "coco|tide|all",
        description = "Adds COCO's average precision and recall, TIDE's error types, or both; computed over the IoU thresholds "
            + "of their own and over all predictions, unless --confidence leaves some out.")
    private Metrics.Choice choice = Metrics.Choice.none;

    @Option(names = "--curves", description = "With --metrics coco or all and --output json: adds each class's precision over "
        + "recall, and its precision, recall and F1 over the confidence threshold.")
    private boolean curves;

    @Option(names = "--slice", paramLabel = "FIELD", description = "Instead of the matrix: labels, predictions, matches, "
        + "precision, recall and F1 for each value of a field; many numbers in five ranges. Of a label's field, predictions "
        + "without a label stand in a row of their own. In json beside the matrix.")
    private String slice;

    @Option(names = "--output", paramLabel = "text|json|csv", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException, CommandFailure {
        long start = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = ConsoleProgress.get();
        if (output == Output.csv && choice != Metrics.Choice.none) {
            throw new ParameterException(spec.commandLine(), "--metrics are printed as text or json, not as csv");
        }
        if (curves && (output != Output.json || choice == Metrics.Choice.none || choice == Metrics.Choice.tide)) {
            throw new ParameterException(spec.commandLine(), "--curves goes with --metrics coco or all and --output json");
        }
        try (Comparison compared = comparison.compare(progress)) {
            Metrics metrics = Metrics.of(choice, compared, progress);
            SliceTable slices = slices(compared, progress);
            switch (output) {
                case text -> {
                    if (slices == null) {
                        MatrixText.print(compared, out);
                    } else {
                        slices.text(compared, out);
                    }
                    metrics.text(out);
                }
                case csv -> {
                    if (slices == null) {
                        csv(compared, out);
                    } else {
                        slices.csv(compared, out);
                    }
                }
                case json -> json(compared, metrics, slices, start, out);
            }
        }
        return 0;
    }

    private SliceTable slices(Comparison compared, Progress progress) throws IOException {
        try {
            return slice == null ? null : SliceTable.of(slice, compared, progress);
        } catch (FilterException unknown) {
            throw new ParameterException(spec.commandLine(), "--slice: " + VisibleText.oneLine(unknown.getMessage()));
        }
    }

    private void json(Comparison compared, Metrics metrics, SliceTable slices, long start, PrintWriter out) throws IOException {
        Evaluation evaluation = compared.evaluation();
        ConfusionMatrix matrix = evaluation.matrix();
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("classes");
            for (String name : compared.classNames()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("matrix");
            for (int groundTruth = 0; groundTruth <= matrix.background(); groundTruth++) {
                json.writeStartArray();
                for (int predicted = 0; predicted <= matrix.background(); predicted++) {
                    json.writeNumber(matrix.count(groundTruth, predicted));
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("ignored");
            json.writeNumberField("annotations", evaluation.ignoredAnnotations());
            json.writeNumberField("predictions", evaluation.ignoredPredictions());
            json.writeEndObject();
            rules(compared, json);
            json.writeNumberField("annotations", evaluation.annotationCount());
            json.writeNumberField("predictions", evaluation.predictionCount());
            json.writeNumberField("iou", evaluation.thresholds().iou());
            json.writeNumberField("confidence", evaluation.thresholds().confidence());
            json.writeStringField("profile", evaluation.profile().id());
            ComparisonFields.write(json, compared);
            if (slices != null) {
                slices.json(json);
            }
            metrics.json(json, curves);
            json.writeObjectFieldStart("milliseconds");
            json.writeNumberField("read", compared.readMilliseconds());
            json.writeNumberField("match", compared.matchMilliseconds());
            json.writeNumberField("total", (System.nanoTime() - start) / 1_000_000);
            json.writeEndObject();
            json.writeEndObject();
        }
        out.println();
    }

    /** What counts as right though classes differ, and which classes count nowhere; nothing where nobody asked for either. */
    private static void rules(Comparison compared, JsonGenerator json) throws IOException {
        Evaluation evaluation = compared.evaluation();
        ClassRules rules = evaluation.rules();
        if (!rules.allowed().isEmpty()) {
            json.writeArrayFieldStart("allowed");
            for (ClassRules.Pair pair : rules.allowed()) {
                json.writeStartObject();
                json.writeStringField("groundTruth", compared.name(pair.groundTruth()));
                json.writeStringField("predicted", compared.name(pair.predicted()));
                json.writeNumberField("count", evaluation.matrix().count(pair.groundTruth(), pair.predicted()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!rules.ignored().isEmpty()) {
            json.writeArrayFieldStart("ignoredClasses");
            for (int label : rules.ignored()) {
                json.writeString(compared.name(label));
            }
            json.writeEndArray();
        }
    }

    private static void csv(Comparison compared, PrintWriter out) {
        ConfusionMatrix matrix = compared.evaluation().matrix();
        Csv csv = new Csv(out);
        csv.text("ground truth \\ predicted (" + compared.how() + ")");
        for (int predicted = 0; predicted <= matrix.background(); predicted++) {
            csv.text(compared.name(predicted));
        }
        csv.end();
        for (int groundTruth = 0; groundTruth <= matrix.background(); groundTruth++) {
            csv.text(compared.name(groundTruth));
            for (int predicted = 0; predicted <= matrix.background(); predicted++) {
                csv.number(matrix.count(groundTruth, predicted));
            }
            csv.end();
        }
    }
}
