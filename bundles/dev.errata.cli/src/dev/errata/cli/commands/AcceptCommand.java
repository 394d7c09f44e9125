package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.IouType;
import dev.errata.cli.options.TaskOption;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.matching.Evaluations;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.engine.columns.PredictionColumns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes annotations of predictions. */
@Command(name = "accept", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Makes a new annotation of a prediction.")
public final class AcceptCommand extends DatasetCommand {

    @Option(names = "--run", paramLabel = "NAME", required = true, description = "The run that holds the prediction.")
    private String run;

    @Option(names = "--prediction", paramLabel = "INDEX", required = true,
        description = "Place of the prediction in the results file, from 0.")
    private int index;

    @Option(names = "--iou-type", paramLabel = "bbox|segm", description = "What becomes a label: the prediction's box, or its "
        + "mask's outline too, as in a window that matches by masks; both files must be COCO's and have masks (bbox).")
    private IouType iouType = IouType.bbox;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Mixin
    private TaskOption task;

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        Run chosen = dataset.run(run);
        int imageIndex = imageOf(dataset.predictions(chosen));
        ImageRecord image = task.image(dataset, imageIndex);
        Prediction prediction = image.getPredictions().stream()
            .filter(candidate -> candidate.getIndex() == index && run.equals(candidate.getRun().getName())).findFirst()
            .orElseThrow(this::unknown);
        if (iouType == IouType.segm) {
            readMasks(dataset, chosen);
            int holes = ComparedOutlines.holes(dataset, prediction);
            if (holes > 0) {
                out.println("The mask has " + Texts.count(holes, "hole") + ", which the outline of a label leaves out.");
            }
        }
        executeAndTell(dataset, LabelCommands.accept(task.target(dataset), List.of(prediction), reason), out);
    }

    /** Predictions are accepted with what they are compared by. */
    private static void readMasks(OpenDataset dataset, Run run) throws CommandFailure {
        Evaluations evaluations = dataset.evaluations();
        try {
            evaluations.setMatching(evaluations.matching().byMasks(true), ConsoleProgress.get());
            evaluations.overlaps(run, ConsoleProgress.get());
        } catch (UncheckedIOException none) {
            throw new CommandFailure(none.getCause().getMessage());
        }
    }

    private int imageOf(PredictionColumns predictions) throws CommandFailure {
        for (int image = 0; image < predictions.imageCount(); image++) {
            if (predictions.rowAt(image, index) >= 0) {
                return image;
            }
        }
        throw unknown();
    }

    private CommandFailure unknown() {
        return new CommandFailure("run " + Texts.shown(run) + " has no prediction " + index
            + "; 'errata mismatches' lists predictions with their indexes");
    }
}
