package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.engine.Progress;
import dev.errata.engine.ranking.Suspect;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks the labels that may be wrong, over the whole dataset. */
@Command(name = "suspects", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists the labels that may be wrong, most suspicious first, over the whole dataset.")
final class SuspectsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Option(names = "--rank", paramLabel = "NAME", completionCandidates = SuspectMethodNames.class,
        converter = SuspectMethodNames.class, description = "How they are found: ${COMPLETION-CANDIDATES} (errata).")
    private SuspectMethod rank = SuspectMethod.ERRATA;

    @Mixin
    private ListOptions list;

    @Override
    public Integer call() throws IOException, CommandFailure {
        list.check();
        Progress progress = ConsoleProgress.get();
        PrintWriter out = spec.commandLine().getOut();
        try (Source source = sources.read(progress)) {
            List<Suspect> all = Suspects.rank(rank, source.suspectInput(), progress);
            List<Suspect> suspects = list.cut(all);
            if (list.json()) {
                json(source, suspects, out);
            } else {
                text(source, suspects, out);
                list.rest(all, out);
            }
        }
        return 0;
    }

    private static void json(Source source, List<Suspect> suspects, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (Suspect suspect : suspects) {
                json.writeStartObject();
                json.writeStringField("image", source.fileName(suspect.image()));
                Json.objects(json, source, suspect.annotation(), suspect.prediction());
                json.writeStringField("kind", suspect.kind().id());
                json.writeNumberField("score", suspect.score());
                json.writeStringField("reason", suspect.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    private static void text(Source source, List<Suspect> suspects, PrintWriter out) {
        TextTable table = new TextTable("rllrrl");
        table.row("score", "kind", "image", "annotation", "prediction", "reason");
        for (Suspect suspect : suspects) {
            table.row(String.format(Locale.ROOT, "%.4f", suspect.score()), suspect.kind().id(),
                Texts.oneLine(source.fileName(suspect.image())),
                suspect.annotation() < 0 ? "-" : Long.toString(source.annotations().id(suspect.annotation())),
                suspect.prediction() < 0 ? "-" : Integer.toString(source.predictions().position(suspect.prediction())),
                Texts.oneLine(suspect.reason()));
        }
        table.print(out);
    }
}
