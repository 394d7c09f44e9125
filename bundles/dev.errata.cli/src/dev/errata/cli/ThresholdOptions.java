package dev.errata.cli;

import dev.errata.engine.evaluation.Thresholds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a pair needs to match. */
final class ThresholdOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--iou", paramLabel = "IOU",
        description = "A pair needs at least this intersection over union, above 0 and at most 1 (a dataset's setting, or 0.5).")
    private Double iou;

    @Option(names = "--confidence", paramLabel = "CONFIDENCE",
        description = "Predictions below this are left out, 0 to 1 (a dataset's setting, or 0).")
    private Double confidence;

    /** @param otherwise what holds where an option is not given */
    Thresholds or(Thresholds otherwise) {
        try {
            return new Thresholds(iou == null ? otherwise.iou() : iou,
                confidence == null ? otherwise.confidence() : confidence);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), outside.getMessage());
        }
    }
}
