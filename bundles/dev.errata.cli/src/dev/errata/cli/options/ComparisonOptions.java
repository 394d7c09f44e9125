package dev.errata.cli.options;

import java.io.IOException;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.sources.Comparison;
import dev.errata.cli.sources.Source;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Filter;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlaps;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is compared, and how. */
public final class ComparisonOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Option(names = "--iou", paramLabel = "IOU", description = "A pair needs at least this intersection over union, "
        + "above 0 and at most 1 (the dataset's setting, the profile's, or 0.5).")
    private Double iou;

    @Option(names = "--confidence", paramLabel = "CONFIDENCE",
        description = "Predictions below this are left out, 0 to 1 (the dataset's setting, the profile's, or 0).")
    private Double confidence;

    @Option(names = "--profile", paramLabel = "NAME", completionCandidates = ProfileNames.class,
        converter = ProfileNames.class, description = "Matches as another tool does, with its usual thresholds: "
            + "${COMPLETION-CANDIDATES}.")
    private Profile profile;

    @Mixin
    private RuleOptions rules;

    @Mixin
    private FilterOptions where;

    @Option(names = "--iou-type", paramLabel = "bbox|segm", description = "Intersection over union of boxes, or of the masks "
        + "of two COCO files: polygons and run lengths, as pycocotools rasterises them (bbox).")
    private IouType iouType = IouType.bbox;

    /** Reads labels and predictions and matches them. */
    public Comparison compare(Progress progress) throws IOException, CommandFailure {
        return compare(null, progress);
    }

    /**
     * Reads and matches.
     *
     * @param with another profile that the command will ask for, or null
     */
    public Comparison compare(Profile with, Progress progress) throws IOException, CommandFailure {
        if (rules.allows() && profile == Profile.COCO && (with == null || with == Profile.COCO)) {
            throw new ParameterException(spec.commandLine(),
                "--allow has no effect with --profile coco, which matches boxes of one class only");
        }
        or(Thresholds.DEFAULT);
        long start = System.nanoTime();
        Source source = sources.read(progress);
        try {
            long read = System.nanoTime();
            boolean masks = iouType == IouType.segm;
            Overlaps overlaps = masks ? source.masks(progress)
                : Overlaps.ofBoxes(source.annotations(), source.predictions());
            Evaluation evaluation = profile == null && !masks
                ? source.evaluation(or(source.thresholds()), rules.of(source), progress)
                : evaluate(source, profile == null ? Profile.DEFAULT : profile, overlaps, progress);
            long matched = System.nanoTime();
            Filter filter = where.of(source, progress);
            select(evaluation, filter, progress);
            return new Comparison(source, source.classNames(), evaluation, filter, confidence == null ? 0 : confidence, overlaps,
                milliseconds(start, read), milliseconds(read, matched));
        } catch (CommandFailure | IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /** The same labels and predictions matched by a profile, at its usual thresholds where the command names none. */
    public Evaluation evaluate(Source source, Profile by, Overlaps overlaps, Progress progress) throws CommandFailure {
        return source.evaluation(or(by.usualThresholds()), by, rules.of(source), overlaps, progress);
    }

    /** Counts only what passes a filter; everything for null. */
    public static void select(Evaluation evaluation, Filter filter, Progress progress) {
        if (filter != null) {
            evaluation.select(filter.selection(new Compared(evaluation.annotations(), evaluation.predictions())), progress);
        }
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
