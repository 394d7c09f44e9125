package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.FormatNames;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.exports.ExportRun;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the labels, or the predictions of a run. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = {"Writes the labels, or the predictions of a run. In the format that they were imported in nothing is "
        + "different but what was fixed.",
        "In another format, what it cannot hold is counted and listed on standard error first. For labels it is kept in a file "
            + "beside them that ends in .errata-rest.zip: an import of the labels reads it, so that a later export in the "
            + "first format has everything again."})
public final class ExportCommand extends DatasetCommand {

    @Option(names = "--format", paramLabel = "NAME", converter = FormatNames.class,
        description = "The label format (the one of the import); 'errata formats' lists them.")
    private LabelFormat format;

    @Option(names = "--run", paramLabel = "NAME", description = "Write the predictions of this run, not the labels.")
    private String run;

    @Option(names = "--to", paramLabel = "FILE",
        description = "The file to write, an archive or compressed if it ends in .zip or .gz; for formats of many files a .zip "
            + "file or a new folder.")
    private Path to;

    @Option(names = "--dry-run", description = "Only list what the format cannot hold; nothing is written.")
    private boolean dryRun;

    @Option(names = "--force", description = "Write a folder though there is one: that one is renamed to FILE.before-N.")
    private boolean force;

    @Option(names = "--no-sidecar", description = "Do not keep what the format cannot hold.")
    private boolean noSidecar;

    @Override
    void check() {
        if (to == null && !dryRun) {
            throw misuse("name the file to write by --to");
        }
        if (run != null && noSidecar) {
            throw misuse("--no-sidecar goes with labels; predictions have none");
        }
    }

    @Override
    void work(OpenDataset dataset, PrintWriter out) throws IOException {
        if (run == null) {
            labels(dataset, out);
        } else {
            predictions(dataset, out);
        }
    }

    private void labels(OpenDataset dataset, PrintWriter out) throws IOException {
        String wanted = format == null ? dataset.document().getLabels().getFormat() : format.name();
        ExportDataset export = new ExportDataset(dataset, wanted).force(force).sidecar(!noSidecar);
        tell(export.losses(ConsoleProgress.get()), wanted);
        if (!dryRun) {
            ExportDataset.Result result = export.run(to, ConsoleProgress.get());
            out.println(VisibleText.oneLine(to.toString()) + ": " + Texts.count(result.bytes(), "byte") + ", "
                + Texts.count(result.edits(), "fixed annotation"));
            result.sidecar().ifPresent(file -> out.println("Keep beside it what it cannot hold: "
                + VisibleText.oneLine(file.getFileName().toString())));
        }
    }

    private void predictions(OpenDataset dataset, PrintWriter out) throws IOException {
        ExportRun export = new ExportRun(dataset, dataset.run(run), format == null ? null : format.name()).force(force);
        tell(export.losses(ConsoleProgress.get()), export.format().name());
        if (!dryRun) {
            long bytes = export.run(to, ConsoleProgress.get());
            out.println(VisibleText.oneLine(to.toString()) + ": " + Texts.count(bytes, "byte") + ", "
                + Texts.count(dataset.predictions(dataset.run(run)).size(), "prediction"));
        }
    }

    private void tell(List<Loss> losses, String wanted) {
        PrintWriter err = err();
        if (losses.isEmpty()) {
            return;
        }
        err.println("errata: " + wanted + " cannot hold:");
        for (Loss loss : losses) {
            err.println("  " + words(loss.kind()) + ": " + loss.count() + " of " + loss.of()
                + (loss.example().isEmpty() ? "" : " (" + VisibleText.oneLine(loss.example()) + ")"));
        }
        err.flush();
    }

    private static String words(Loss.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
