package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;

import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.reports.StepText;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.review.HistoryStep;
import picocli.CommandLine.Command;

/** Takes back the newest change. */
@Command(name = "undo", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Takes back the newest change that was not taken back yet, and says what it was.")
public final class UndoCommand extends DatasetCommand {

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws IOException {
        JournalEntry entry = UndoLast.run(dataset);
        StepText texts = new StepText(dataset);
        out.println("Undone: " + VisibleText.oneLine(entry.label()) + ", by " + Texts.shown(entry.author()));
        for (HistoryStep step : HistoryStep.of(dataset, entry)) {
            out.println(texts.sentence(step) + " (undone)");
        }
        if (dataset.changes().isAs(entry)) {
            out.println("It stays so, as somebody did the same at the same time: undo that, too.");
        }
    }
}
