package dev.errata.cli.sources;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import dev.errata.cli.console.CommandFailure;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.formats.GroundTruth;

/** Labels and the predictions of one run, as read. */
public interface Source extends AutoCloseable {

    /** The label file as read; its annotations are those of {@link #annotations} without the dataset's changes. */
    GroundTruth truth();

    AnnotationColumns annotations();

    PredictionColumns predictions();

    /** The name of the dataset's run that holds the predictions; empty for a file. */
    default Optional<String> run() {
        return Optional.empty();
    }

    /** What a classifier gave to every class of an image; empty where only the best class is known. */
    Optional<ClassProbabilities> probabilities();

    /** What a pair needs to match where the command doesn't say. */
    Thresholds thresholds();

    /** What counts as right, and what is ignored, where the command doesn't say more. */
    ClassRules rules();

    /** The two, matched as the window does. */
    Evaluation evaluation(Thresholds thresholds, ClassRules rules, Progress progress);

    /** The two, matched in a way that the command asks for. */
    default Evaluation evaluation(Thresholds thresholds, Profile profile, ClassRules rules, Overlaps overlaps,
        Progress progress) {
        return Evaluation.of(annotations(), predictions(), truth().classes().size(), thresholds, profile, rules, overlaps,
            progress);
    }

    /** How much the masks of the two overlap. */
    Overlaps masks(Progress progress) throws IOException, CommandFailure;

    /** What is known of images, labels and predictions. */
    FieldSet fields(Progress progress) throws IOException;

    /** Says how many records were set aside, if any were. */
    void warn(PrintWriter err);

    @Override
    void close();

    /** In the order of the label file, without the background. */
    default List<String> classNames() {
        return truth().classes().stream().map(GroundTruth.ClassEntry::name).toList();
    }

    /** As the label file writes it. */
    default String fileName(int image) {
        return truth().images().get(image).fileName();
    }

    /** What the methods that find suspects look at. */
    default SuspectInput suspectInput() {
        return new SuspectInput(annotations(), predictions(), classNames(), List.of(),
            truth().images().stream().mapToInt(GroundTruth.ImageEntry::width).toArray(),
            truth().images().stream().mapToInt(GroundTruth.ImageEntry::height).toArray())
            .with(probabilities().orElse(null));
    }
}
