package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.JsonList;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.Cell;
import dev.errata.cli.options.ComparisonOptions;
import dev.errata.cli.options.ListOptions;
import dev.errata.cli.options.RankingNames;
import dev.errata.cli.sources.Comparison;
import dev.errata.cli.sources.ObjectFields;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.operations.MismatchQuery;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.ranking.RankedPair;
import dev.errata.engine.ranking.Ranking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the matrix counts off its diagonal, or in one cell. */
@Command(name = "mismatches", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists mismatches, most suspicious first: all, or those of one cell.")
public final class MismatchesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--cell", paramLabel = "GROUNDTRUTH,PREDICTED",
        description = "Only this cell; a side without an object is written background, or "
            + "(background) where a class has that name.")
    private String cell;

    @Option(names = "--rank", paramLabel = "NAME", completionCandidates = RankingNames.class,
        converter = RankingNames.class, description = "What comes first: ${COMPLETION-CANDIDATES} (confidence).")
    private String rank = Ranking.CONFIDENCE.id();

    @Mixin
    private ListOptions list;

    @Override
    public Integer call() throws Exception {
        list.check();
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = ConsoleProgress.get();
        try (Comparison compared = comparison.compare(progress)) {
            List<RankedPair> all = ranked(compared, progress);
            List<RankedPair> pairs = list.cut(all);
            if (list.json()) {
                JsonList.write(out, pairs.size(), (json, index) -> json(compared, pairs.get(index), json));
            } else {
                text(compared, pairs, out);
                list.rest(all, out);
                out.println(Texts.count(all.size(), cell == null ? "mismatch" : "member") + ", " + compared.how());
            }
        }
        return 0;
    }

    private List<RankedPair> ranked(Comparison compared, Progress progress) throws CommandFailure {
        Evaluation evaluation = compared.evaluation();
        Cell chosen = cell == null ? null : Cell.parse("--cell", cell, compared.classNames());
        MismatchQuery query = new MismatchQuery().order(rank);
        return (chosen == null ? query : query.cell(chosen.groundTruth(), chosen.predicted()))
            .ranked(evaluation, compared.source()::suspectInput, progress);
    }

    private static String groundTruth(Comparison compared, MatchedPair pair) {
        return compared.name(pair.annotation() < 0 ? compared.classNames().size()
            : compared.annotations().label(pair.annotation()));
    }

    private static String predicted(Comparison compared, MatchedPair pair) {
        return compared.name(pair.prediction() < 0 ? compared.classNames().size()
            : compared.predictions().label(pair.prediction()));
    }

    private static double confidence(Comparison compared, MatchedPair pair) {
        return pair.prediction() < 0 ? 0 : compared.predictions().confidence(pair.prediction());
    }

    private static void json(Comparison compared, RankedPair ranked, JsonGenerator json) throws IOException {
        MatchedPair pair = ranked.pair();
        json.writeStartObject();
        json.writeStringField("image", compared.source().fileName(pair.image()));
        ObjectFields.write(json, compared.source(), pair.annotation(), pair.prediction());
        json.writeStringField("groundTruth", groundTruth(compared, pair));
        json.writeStringField("predicted", predicted(compared, pair));
        json.writeNumberField("iou", pair.iou());
        json.writeNumberField("confidence", confidence(compared, pair));
        json.writeNumberField("score", Double.isNaN(ranked.score()) ? 0 : ranked.score());
        json.writeStringField("profile", compared.evaluation().profile().id());
        json.writeEndObject();
    }

    private static void text(Comparison compared, List<RankedPair> pairs, PrintWriter out) {
        TextTable table = new TextTable("lrlrlrr");
        table.row("image", "annotation", "ground truth", "prediction", "predicted", "confidence", "IoU");
        for (RankedPair ranked : pairs) {
            MatchedPair pair = ranked.pair();
            boolean labelled = pair.annotation() >= 0;
            boolean found = pair.prediction() >= 0;
            table.row(VisibleText.oneLine(compared.source().fileName(pair.image())),
                labelled ? Long.toString(compared.annotations().id(pair.annotation())) : "-",
                Texts.shown(groundTruth(compared, pair)),
                found ? Integer.toString(compared.predictions().position(pair.prediction())) : "-",
                Texts.shown(predicted(compared, pair)),
                found ? String.format(Locale.ROOT, "%.3f", confidence(compared, pair)) : "-",
                labelled && found ? String.format(Locale.ROOT, "%.3f", pair.iou()) : "-");
        }
        table.print(out);
    }
}
