package dev.errata.cli;

import java.io.IOException;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is compared, and how. */
final class ComparisonOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Option(names = "--iou", paramLabel = "IOU", description = "A pair needs at least this intersection over union, "
        + "above 0 and at most 1 (the dataset's setting, or 0.5).")
    private Double iou;

    @Option(names = "--confidence", paramLabel = "CONFIDENCE",
        description = "Predictions below this are left out, 0 to 1 (the dataset's setting, or 0).")
    private Double confidence;

    Comparison compare(Progress progress) throws IOException {
        or(Thresholds.DEFAULT);
        long start = System.nanoTime();
        Source source = sources.read(progress);
        long read = System.nanoTime();
        Evaluation evaluation = source.evaluation(or(source.thresholds()), progress);
        long matched = System.nanoTime();
        return new Comparison(source, source.classNames(), evaluation, milliseconds(start, read),
            milliseconds(read, matched));
    }

    private Thresholds or(Thresholds otherwise) {
        try {
            return new Thresholds(iou == null ? otherwise.iou() : iou,
                confidence == null ? otherwise.confidence() : confidence);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), outside.getMessage());
        }
    }

    private static long milliseconds(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
