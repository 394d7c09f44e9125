package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.SourceOptions;
import dev.errata.cli.options.SuspectMethodNames;
import dev.errata.cli.sources.Source;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.SelfTest;
import dev.errata.engine.ranking.SelfTest.MethodResult;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.suspects.SuspectKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the methods that find suspects on the user's own data. */
@Command(name = "selftest", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Seeds known label errors into a copy of the labels, in memory, and tells how many of them each method that "
        + "finds suspects has among its first ones. Nothing on disk changes.")
public final class SelfTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Option(names = "--seed", paramLabel = "N", description = "Other errors; the same seed gives the same ones (1).")
    private long seed = 1;

    @Option(names = "--rank", paramLabel = "NAME", split = ",", completionCandidates = SuspectMethodNames.class,
        converter = SuspectMethodNames.class, description = "Only these methods: ${COMPLETION-CANDIDATES} (all).")
    private List<SuspectMethod> methods = List.of(SuspectMethod.values());

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException, CommandFailure {
        if (output == Output.csv) {
            throw new ParameterException(spec.commandLine(), "--output is text or json");
        }
        Progress progress = ConsoleProgress.get();
        PrintWriter out = spec.commandLine().getOut();
        try (Source source = sources.read(progress)) {
            SelfTest.Result result = SelfTest.run(source.suspectInput(), seed, methods, progress);
            if (output == Output.json) {
                json(result, out);
            } else {
                text(result, out);
            }
        }
        return 0;
    }

    private static void json(SelfTest.Result result, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeNumberField("seed", result.seed());
            json.writeNumberField("labels", result.labels());
            json.writeNumberField("errors", result.errorCount());
            json.writeObjectFieldStart("kinds");
            for (SuspectKind kind : SuspectKind.values()) {
                json.writeNumberField(kind.id(), result.errors().get(kind));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("methods");
            for (MethodResult method : result.methods()) {
                json.writeStartObject();
                json.writeStringField("method", method.method().id());
                json.writeNumberField("averagePrecision", method.averagePrecision());
                json.writeNumberField("suspects", method.suspects());
                json.writeArrayFieldStart("at");
                for (int i = 0; i < result.depths().size(); i++) {
                    json.writeStartObject();
                    json.writeNumberField("k", result.depths().get(i));
                    json.writeNumberField("found", method.found().get(i));
                    json.writeNumberField("recall", method.recall().get(i));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void text(SelfTest.Result result, PrintWriter out) {
        TextTable table = new TextTable("lr" + "r".repeat(result.depths().size()));
        String[] head = new String[result.depths().size() + 2];
        head[0] = "method";
        head[1] = "average precision";
        for (int i = 0; i < result.depths().size(); i++) {
            head[i + 2] = "first " + result.depths().get(i);
        }
        table.row(head);
        for (MethodResult method : result.methods()) {
            String[] row = new String[head.length];
            row[0] = method.method().id();
            row[1] = String.format(Locale.ROOT, "%.3f", method.averagePrecision());
            for (int i = 0; i < result.depths().size(); i++) {
                row[i + 2] = Texts.percent(method.found().get(i), result.errorCount());
            }
            table.row(row);
        }
        table.print(out);
        out.println(Texts.count(result.errorCount(), "error") + " seeded into " + Texts.count(result.labels(), "label") + ": "
            + kinds(result.errors()));
        out.println("The shares are of these errors; what was wrong before counts as a false alarm. errata learns from errors "
            + "made the same way.");
    }

    private static String kinds(Map<SuspectKind, Integer> errors) {
        return Arrays.stream(SuspectKind.values()).map(kind -> errors.get(kind) + " " + kind.id())
            .collect(Collectors.joining(", "));
    }
}
