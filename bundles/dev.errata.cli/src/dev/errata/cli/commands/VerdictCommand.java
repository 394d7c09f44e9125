package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.SelectionOptions;
import dev.errata.cli.options.VerdictNames;
import dev.errata.cli.sources.Selection.Selected;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.review.Review.Suspect;
import dev.errata.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records decisions about labels and predictions. */
@Command(name = "verdict", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Records what somebody decided about labels and predictions, without changing a label: the window shows it on "
        + "their tiles, and the ranking of suspects learns from it. All of them are one change, which 'errata undo' takes back; "
        + "a later verdict about the same replaces it.",
    footer = {"", "label-wrong: the label is wrong. model-wrong: the label is right. both-wrong: label and prediction are wrong. "
        + "ambiguous: nobody can tell. ignore: it doesn't matter.", "",
        "For example: errata mismatches DATASET --cell car,bus --output json | errata verdict DATASET model-wrong --from -"})
public final class VerdictCommand extends DatasetCommand {

    @Parameters(arity = "0..1", index = "1", paramLabel = "VERDICT", completionCandidates = VerdictNames.class,
        converter = VerdictNames.class, description = "${COMPLETION-CANDIDATES}; may be left out where all that --from names has "
            + "a verdict of its own, in a field of that name.")
    private VerdictKind kind;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Override
    void check() {
        selection.check();
        if (kind == null && !selection.ofFile()) {
            throw misuse("name a verdict behind the dataset: " + String.join(", ", new VerdictNames()));
        }
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws CommandFailure, IOException {
        Map<Suspect, VerdictKind> decided = new LinkedHashMap<>();
        for (Selected selected : selection.in(dataset)) {
            VerdictKind verdict = verdict(selected);
            VerdictKind before = decided.put(selected.suspect(), verdict);
            if (before != null && before != verdict) {
                throw new CommandFailure(selected.place() + "is " + verdict.getLiteral() + ", but the same was "
                    + before.getLiteral() + " before in the selection");
            }
        }
        executeAndTell(dataset, Review.of(dataset).decide(decided, reason), out);
    }

    private VerdictKind verdict(Selected selected) throws CommandFailure {
        if (selected.verdict() == null) {
            if (kind == null) {
                throw new CommandFailure(selected.place() + "has no verdict; name one for all that have none behind the dataset");
            }
            return kind;
        }
        VerdictKind own = VerdictKind.get(selected.verdict());
        if (own == null) {
            throw new CommandFailure(selected.place() + VerdictNames.unknown(selected.verdict()));
        }
        return own;
    }
}
