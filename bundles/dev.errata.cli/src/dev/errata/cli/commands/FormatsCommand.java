package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Version;
import dev.errata.formats.Formats;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the label formats. */
@Command(name = "formats", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists the label formats that can be read and written, and what each can hold.")
public final class FormatsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case text -> text(out);
            case json -> json(out);
            case csv -> throw new ParameterException(spec.commandLine(), "--output is text or json");
        }
        return 0;
    }

    private static void text(PrintWriter out) {
        TextTable table = new TextTable("lll");
        table.row("name", "is", "holds");
        for (LabelFormat format : Formats.all()) {
            table.row(format.name(), format.manyFiles() ? "folder or archive" : "file",
                format.holds().stream().sorted().map(FormatsCommand::words).collect(Collectors.joining(", ")));
        }
        table.print(out);
    }

    private static void json(PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (LabelFormat format : Formats.all()) {
                json.writeStartObject();
                json.writeStringField("name", format.name());
                json.writeBooleanField("manyFiles", format.manyFiles());
                json.writeFieldName("holds");
                Json.value(json, format.holds().stream().sorted().map(FormatsCommand::words).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }

    private static String words(Holds what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
