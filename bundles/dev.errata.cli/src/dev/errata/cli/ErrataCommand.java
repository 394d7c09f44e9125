package dev.errata.cli;

import dev.errata.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code errata} itself: help and version. */
@Command(name = "errata", mixinStandardHelpOptions = true, versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds and fixes wrong labels in detection datasets.",
    footer = {"", "Exit code: 0 done, 1 failed, 2 not understood. 'errata COMMAND --help' explains a command.",
        "Without a command the window opens. ERRATA_JAVA_OPTS holds options for Java, for example -Xmx8g."})
final class ErrataCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
