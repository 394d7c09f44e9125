package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ExportDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the labels. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Writes the labels: the imported file with nothing changed but what was fixed.")
final class ExportCommand extends DatasetCommand {

    @Option(names = "--format", paramLabel = "NAME",
        description = "The label format (the one of the import); 'errata formats' lists them.")
    private String format;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path to;

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws IOException {
        String wanted = format == null ? dataset.document().getLabels().getFormat() : format;
        ExportDataset.Result result = ExportDataset.run(dataset, wanted, to);
        out.println(to + ": " + Texts.count(result.bytes(), "byte") + ", " + Texts.count(result.edits(), "fixed annotation"));
        if (!result.lost().isEmpty()) {
            out.println("Not held by " + wanted + ": " + result.lost().stream().sorted()
                .map(lost -> lost.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.joining(", ")));
        }
    }
}
