package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.SelectionOptions;
import dev.errata.cli.reports.StepText;
import dev.errata.cli.sources.Selection.Selected;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.review.HistoryStep;
import dev.errata.review.Review.Suspect;
import dev.errata.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends labels and predictions to annotation. */
@Command(name = "send", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Sends labels and predictions to annotation, as a batch with one task for each image; 'errata undo' takes it "
        + "back. 'errata tasks' lists what becomes of it.")
public final class SendCommand extends DatasetCommand {

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--name", paramLabel = "TEXT", description = "Name of the batch (made up from its content).")
    private String name = "";

    @Override
    void check() {
        selection.check();
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        Set<Suspect> suspects = new LinkedHashSet<>();
        for (Selected selected : selection.in(dataset)) {
            suspects.add(selected.suspect());
        }
        Review review = Review.of(dataset);
        // by its id: the newest batch may be a colleague's
        for (HistoryStep step : executeAndTell(dataset, review.send(name, suspects), out)) {
            review.batch(step.batch()).ifPresent(batch -> tell(dataset, batch, out));
        }
    }

    private static void tell(OpenDataset dataset, Batch batch, PrintWriter out) {
        for (Task task : batch.getTasks()) {
            out.println("task " + StepText.shortId(task.getId()) + " in " + Texts.shown(dataset.fileName(task.getImageIndex()))
                + ": " + Texts.count(task.getTargets().size(), "object"));
        }
    }
}
