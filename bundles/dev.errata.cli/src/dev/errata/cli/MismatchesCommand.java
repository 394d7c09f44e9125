package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.MatchedPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what the matrix counts off its diagonal, or in one cell. */
@Command(name = "mismatches", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists mismatches, most suspicious first: all, or those of one cell.")
final class MismatchesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--cell", paramLabel = "GROUNDTRUTH,PREDICTED",
        description = "Only this cell; a side without an object is written background.")
    private String cell;

    @Option(names = "--rank", paramLabel = "confidence",
        description = "What comes first: the most confident predictions (confidence).")
    private Rank rank = Rank.confidence;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (all).")
    private Integer limit;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    /** What comes first. */
    enum Rank {
        confidence
    }

    @Override
    public Integer call() throws Exception {
        if (output == Output.csv) {
            throw new ParameterException(spec.commandLine(), "--output is text or json");
        }
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is 0 or more, not " + limit);
        }
        Comparison compared = comparison.compare(ConsoleProgress.get());
        List<MatchedPair> pairs = pairs(compared);
        int count = limit == null ? pairs.size() : Math.min(limit, pairs.size());
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.json) {
            json(compared, pairs.subList(0, count), out);
        } else {
            text(compared, pairs.subList(0, count), out);
            if (count < pairs.size()) {
                out.println("... and " + (pairs.size() - count) + " more");
            }
        }
        return 0;
    }

    private List<MatchedPair> pairs(Comparison compared) throws CommandFailure {
        if (cell == null) {
            return ranked(compared, compared.evaluation().mismatches());
        }
        Cell chosen = Cell.parse(cell, compared.classNames());
        return ranked(compared, compared.evaluation().cell(chosen.groundTruth(), chosen.predicted()));
    }

    private List<MatchedPair> ranked(Comparison compared, List<MatchedPair> pairs) {
        return switch (rank) {
            case confidence -> pairs.stream().sorted(byConfidence(compared)).toList();
        };
    }

    /** Confidence descending, then the order of the results file; without a prediction last, in the order of the label file. */
    private static Comparator<MatchedPair> byConfidence(Comparison compared) {
        AnnotationColumns annotations = compared.annotations();
        PredictionColumns predictions = compared.predictions();
        return (a, b) -> {
            if (a.prediction() < 0 || b.prediction() < 0) {
                return a.prediction() >= 0 ? -1 : b.prediction() >= 0 ? 1
                    : Integer.compare(annotations.position(a.annotation()), annotations.position(b.annotation()));
            }
            int order = Double.compare(predictions.confidence(b.prediction()), predictions.confidence(a.prediction()));
            return order != 0 ? order
                : Integer.compare(predictions.position(a.prediction()), predictions.position(b.prediction()));
        };
    }

    private static String groundTruth(Comparison compared, MatchedPair pair) {
        return pair.annotation() < 0 ? Comparison.BACKGROUND
            : compared.name(compared.annotations().label(pair.annotation()));
    }

    private static String predicted(Comparison compared, MatchedPair pair) {
        return pair.prediction() < 0 ? Comparison.BACKGROUND
            : compared.name(compared.predictions().label(pair.prediction()));
    }

    private static double confidence(Comparison compared, MatchedPair pair) {
        return pair.prediction() < 0 ? 0 : compared.predictions().confidence(pair.prediction());
    }

    private static void json(Comparison compared, List<MatchedPair> pairs, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (MatchedPair pair : pairs) {
                json.writeStartObject();
                json.writeStringField("image", compared.fileName().apply(pair.image()));
                json.writeFieldName("annotation");
                if (pair.annotation() < 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(compared.annotations().id(pair.annotation()));
                }
                json.writeFieldName("prediction");
                if (pair.prediction() < 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(compared.predictions().position(pair.prediction()));
                }
                json.writeStringField("groundTruth", groundTruth(compared, pair));
                json.writeStringField("predicted", predicted(compared, pair));
                json.writeNumberField("iou", pair.iou());
                json.writeNumberField("confidence", confidence(compared, pair));
                json.writeNumberField("score", confidence(compared, pair));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    private static void text(Comparison compared, List<MatchedPair> pairs, PrintWriter out) {
        TextTable table = new TextTable("lrlrlrr");
        table.row("image", "annotation", "ground truth", "prediction", "predicted", "confidence", "IoU");
        for (MatchedPair pair : pairs) {
            boolean labelled = pair.annotation() >= 0;
            boolean found = pair.prediction() >= 0;
            table.row(Texts.oneLine(compared.fileName().apply(pair.image())),
                labelled ? Long.toString(compared.annotations().id(pair.annotation())) : "-",
                Texts.shown(groundTruth(compared, pair)),
                found ? Integer.toString(compared.predictions().position(pair.prediction())) : "-",
                Texts.shown(predicted(compared, pair)),
                found ? String.format(Locale.ROOT, "%.3f", confidence(compared, pair)) : "-",
                labelled && found ? String.format(Locale.ROOT, "%.3f", pair.iou()) : "-");
        }
        table.print(out);
    }
}
