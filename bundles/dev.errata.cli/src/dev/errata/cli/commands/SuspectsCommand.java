package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.JsonList;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.FilterOptions;
import dev.errata.cli.options.ListOptions;
import dev.errata.cli.options.RuleOptions;
import dev.errata.cli.options.SourceOptions;
import dev.errata.cli.options.SuspectMethodNames;
import dev.errata.cli.sources.ClassificationSource;
import dev.errata.cli.sources.ObjectFields;
import dev.errata.cli.sources.Source;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Filter;
import dev.errata.engine.Progress;
import dev.errata.engine.learning.LabelIssues;
import dev.errata.engine.learning.LabelQuality;
import dev.errata.engine.ranking.ClassLabels;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ranks the labels that may be wrong, over the whole dataset. */
@Command(name = "suspects", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists the labels that may be wrong, most suspicious first, over the whole dataset.")
public final class SuspectsCommand implements Callable<Integer> {

    private static final int NEXT = 50;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--rank", paramLabel = "NAME", completionCandidates = SuspectMethodNames.class,
        converter = SuspectMethodNames.class, description = "How they are found: ${COMPLETION-CANDIDATES} (errata; for classes "
            + "of whole images with a table of probabilities, confident-learning).")
    private SuspectMethod rank;

    @Option(names = "--quality", paramLabel = "NAME", description = "For classes of whole images: what a label is scored by, "
        + "self_confidence, normalized_margin or confidence_weighted_entropy (normalized_margin).")
    private String quality;

    @Option(names = "--filter", paramLabel = "NAME", description = "For classes of whole images: only labels that this filter of "
        + "confident learning flags, prune_by_noise_rate, prune_by_class, both, confident_learning, low_self_confidence or "
        + "low_normalized_margin (all labels).")
    private String filter;

    @Option(names = "--expect", paramLabel = "N", description = "Instead of the list: how many label errors the next N "
        + "suspects are expected to hold; with --rank errata only, whose scores are probabilities.")
    private Integer expect;

    @Mixin
    private FilterOptions where;

    @Mixin
    private ListOptions list;

    @Override
    public Integer call() throws IOException, CommandFailure {
        list.check();
        LabelQuality score = quality == null ? LabelQuality.NORMALIZED_MARGIN
            : LabelQuality.named(quality).orElseThrow(() -> misuse("there is no score \"" + Texts.shown(quality) + "\""));
        LabelIssues issues = filter == null ? null
            : LabelIssues.named(filter).orElseThrow(() -> misuse("there is no filter \"" + Texts.shown(filter) + "\""));
        boolean classesOnly = quality != null || filter != null;
        SuspectMethod method = rank == null ? SuspectMethod.ERRATA : rank;
        if (classesOnly && rank != null && rank != SuspectMethod.CONFIDENT_LEARNING) {
            throw misuse("--quality and --filter go with --rank confident-learning");
        }
        if (expect != null && (method != SuspectMethod.ERRATA || expect < 0)) {
            throw misuse("--expect takes 0 or more and goes with --rank errata");
        }
        Progress progress = ConsoleProgress.get();
        PrintWriter out = spec.commandLine().getOut();
        try (Source source = sources.read(progress)) {
            Optional<ClassLabels> classes = rank == null && expect == null || rank == SuspectMethod.CONFIDENT_LEARNING
                ? ClassificationSource.of(source) : Optional.empty();
            if (classesOnly && classes.isEmpty()) {
                throw new CommandFailure(
                    "--quality and --filter need --predictions with a column of probabilities for each class");
            }
            SuspectInput input = source.suspectInput();
            List<Suspect> ranked = classes.isPresent() ? classes.get().ranked(score, issues)
                : Suspects.rank(method, input, rules.of(source), progress);
            Filter passing = where.of(source, progress);
            List<Suspect> all = passing == null ? ranked : passing(ranked, passing,
                new Compared(source.annotations(), source.predictions()));
            List<Suspect> suspects = list.cut(all);
            int verdicts = input.verdicts() == null ? 0 : input.verdicts().size();
            if (expect != null) {
                expected(all, verdicts, out);
            } else if (list.json()) {
                JsonList.write(out, suspects.size(), (json, index) -> json(source, suspects.get(index), json));
            } else {
                text(source, suspects, out);
                list.rest(all, out);
                if (method == SuspectMethod.ERRATA && classes.isEmpty() && !all.isEmpty()) {
                    out.println(expectation(all, NEXT, verdicts));
                }
            }
        }
        return 0;
    }

    /** The ranking is over the whole dataset, whatever of it is shown. */
    private static List<Suspect> passing(List<Suspect> all, Filter filter, Compared of) {
        return all.stream().filter(suspect -> filter.includes(of, suspect.image(), suspect.annotation(), suspect.prediction()))
            .toList();
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void expected(List<Suspect> all, int verdicts, PrintWriter out) throws IOException {
        if (!list.json()) {
            out.println(expectation(all, expect, verdicts));
            return;
        }
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeNumberField("next", Math.min(expect, all.size()));
            json.writeNumberField("expectedErrors", Suspects.expectedErrors(all, expect));
            json.writeNumberField("suspects", all.size());
            json.writeNumberField("verdicts", verdicts);
            json.writeEndObject();
        }
        out.println();
    }

    private static String expectation(List<Suspect> all, int next, int verdicts) {
        return String.format(Locale.ROOT, "The next %s are expected to hold %.1f label errors, %s.",
            Texts.count(Math.min(next, all.size()), "suspect"), Suspects.expectedErrors(all, next),
            verdicts == 0 ? "before anybody gave a verdict" : "after " + Texts.count(verdicts, "verdict"));
    }

    private static void json(Source source, Suspect suspect, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("image", source.fileName(suspect.image()));
        ObjectFields.write(json, source, suspect.annotation(), suspect.prediction());
        json.writeStringField("kind", suspect.kind().id());
        json.writeNumberField("score", suspect.score());
        json.writeStringField("reason", suspect.reason());
        json.writeEndObject();
    }

    private static void text(Source source, List<Suspect> suspects, PrintWriter out) {
        TextTable table = new TextTable("rllrrl");
        table.row("score", "kind", "image", "annotation", "prediction", "reason");
        for (Suspect suspect : suspects) {
            table.row(String.format(Locale.ROOT, "%.4f", suspect.score()), suspect.kind().id(),
                VisibleText.oneLine(source.fileName(suspect.image())),
                suspect.annotation() < 0 ? "-" : Long.toString(source.annotations().id(suspect.annotation())),
                suspect.prediction() < 0 ? "-" : Integer.toString(source.predictions().position(suspect.prediction())),
                VisibleText.oneLine(suspect.reason()));
        }
        table.print(out);
    }
}
