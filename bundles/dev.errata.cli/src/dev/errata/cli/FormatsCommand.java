package dev.errata.cli;

import java.io.PrintWriter;

import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the label formats. */
@Command(name = "formats", mixinStandardHelpOptions = true, versionProvider = Version.class,
    description = "Lists the label formats that can be read and written.")
final class FormatsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (LabelFormat format : Formats.all()) {
            out.println(format.name());
        }
    }
}
