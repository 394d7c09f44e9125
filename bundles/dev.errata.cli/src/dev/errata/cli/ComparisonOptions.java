package dev.errata.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ClassRules;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Overlaps;
import dev.errata.engine.evaluation.Profile;
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
        + "above 0 and at most 1 (the dataset's setting, the profile's, or 0.5).")
    private Double iou;

    @Option(names = "--confidence", paramLabel = "CONFIDENCE",
        description = "Predictions below this are left out, 0 to 1 (the dataset's setting, the profile's, or 0).")
    private Double confidence;

    @Option(names = "--profile", paramLabel = "NAME", completionCandidates = ProfileNames.class,
        converter = ProfileNames.class, description = "Matches as another tool does, with its usual thresholds: "
            + "${COMPLETION-CANDIDATES}.")
    private Profile profile;

    @Option(names = "--allow", paramLabel = "GROUNDTRUTH,PREDICTED", description = "A pair of different classes that counts as "
        + "right, in this direction; may be given several times. With --profile nucleus only such pairs and equal classes match.")
    private List<String> allowed = List.of();

    @Option(names = "--ignore", paramLabel = "CLASS", description = "Labels of this class are regions in which predictions of "
        + "any class don't count, and its predictions are left out; may be given several times. KITTI's DontCare always is one.")
    private List<String> ignored = List.of();

    @Option(names = "--iou-type", paramLabel = "bbox|segm", description = "Intersection over union of boxes, or of the masks "
        + "of two COCO files: polygons and run lengths, as pycocotools rasterises them (bbox).")
    private IouType iouType = IouType.bbox;

    Comparison compare(Progress progress) throws IOException, CommandFailure {
        return compare(null, progress);
    }

    /**
     * Reads and matches.
     *
     * @param with another profile that the command will ask for, or null
     */
    Comparison compare(Profile with, Progress progress) throws IOException, CommandFailure {
        if (!allowed.isEmpty() && profile == Profile.COCO && (with == null || with == Profile.COCO)) {
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
                ? source.evaluation(or(source.thresholds()), rules(source), progress)
                : evaluate(source, profile == null ? Profile.DEFAULT : profile, overlaps, progress);
            long matched = System.nanoTime();
            return new Comparison(source, source.classNames(), evaluation, confidence == null ? 0 : confidence, overlaps,
                milliseconds(start, read), milliseconds(read, matched));
        } catch (CommandFailure | IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /** The same labels and predictions matched by a profile, at its usual thresholds where the command names none. */
    Evaluation evaluate(Source source, Profile by, Overlaps overlaps, Progress progress) throws CommandFailure {
        return source.evaluation(or(by.usualThresholds()), by, rules(source), overlaps, progress);
    }

    private ClassRules rules(Source source) throws CommandFailure {
        List<String> classNames = source.classNames();
        List<ClassRules.Pair> pairs = new ArrayList<>(source.rules().allowed());
        for (String text : allowed) {
            Cell pair = Cell.parse("--allow", text, classNames);
            if (pair.groundTruth() == classNames.size() || pair.predicted() == classNames.size()) {
                throw new CommandFailure("--allow " + text + ": the background is no class");
            }
            pairs.add(new ClassRules.Pair(pair.groundTruth(), pair.predicted()));
        }
        List<Integer> regions = new ArrayList<>(source.rules().ignored());
        for (String name : ignored) {
            int label = classNames.indexOf(name);
            if (label < 0) {
                throw new CommandFailure("--ignore " + Texts.shown(name) + ": " + Cell.unknown(name, classNames));
            }
            regions.add(label);
        }
        return ClassRules.of(pairs, regions);
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
