package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.postgres.KnownServers;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.operations.JournalSummary;
import dev.errata.dataset.operations.MoveJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where the changes of a dataset are kept, and moves them. */
@Command(name = "journal", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Says where the changes of a dataset are kept: in files of its folder, or in a database of a PostgreSQL server "
        + "(11 or later), where a team sees each other's changes at once. Moves them there and back. User and password are taken "
        + "from PGUSER, PGPASSWORD and the file .pgpass in the home folder.")
public final class JournalCommand implements Callable<Integer> {

    private static final int NAMED_PEOPLE = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path folder;

    @Option(names = "--to", paramLabel = "files|postgresql://HOST:PORT/DATABASE",
        description = "Copy all changes there, compare them, and keep new ones there from now on. Those that are elsewhere stay "
            + "as they are. If it is stopped, do it again. After the database: ?sslmode=require (or verify-full, ...), "
            + "?currentSchema=NAME, or both with &.")
    private String to;

    @Option(names = "--connect",
        description = "From now on, connect to the server that the dataset names, with your user name and password.")
    private boolean connect;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException {
        if (output == Output.csv) {
            throw misuse("--output is text or json");
        }
        if (connect) {
            connect();
        }
        int moved = to == null ? -1 : move();
        JournalSummary summary = JournalSummary.of(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.json) {
            json(summary, moved, out);
        } else {
            text(summary, moved, out);
        }
        return 0;
    }

    private void connect() throws IOException {
        String place = DocumentFile.load(folder).getJournal();
        if (place == null) {
            throw new DatasetException("The changes of this dataset are kept in files: there is no server to connect to.");
        }
        KnownServers.add(ServerAddress.parse(place));
    }

    private int move() throws DatasetException {
        if (!to.equals(MoveJournal.FILES)) {
            check(spec, "--to", to);
        }
        return MoveJournal.run(folder, to, ConsoleProgress.get());
    }

    /** Refuses what is no address of a server. */
    static void check(CommandSpec spec, String option, String address) {
        try {
            ServerAddress.parse(address);
        } catch (IOException wrong) {
            throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage());
        }
    }

    private void text(JournalSummary summary, int moved, PrintWriter out) {
        if (moved >= 0) {
            out.println("Copied: " + Texts.count(moved, "change"));
        }
        boolean files = summary.place().equals(MoveJournal.FILES);
        out.println("Changes are kept " + (files ? "in files of the dataset folder" : "at " + summary.place()) + ": "
            + Texts.count(summary.entries(), "change") + people(summary));
        if (summary.left() > 0) {
            out.println("Of the files in the folder, " + Texts.count(summary.left(), "change")
                + " are not there yet. Take them over by --to " + summary.place());
        }
    }

    private static String people(JournalSummary summary) {
        int more = summary.people().size() - NAMED_PEOPLE;
        return (summary.people().isEmpty() ? "" : " by ") + summary.people().stream().limit(NAMED_PEOPLE).map(Texts::shown)
            .collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    private static void json(JournalSummary summary, int moved, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeStringField("journal", summary.place());
            json.writeNumberField("changes", summary.entries());
            json.writeFieldName("people");
            Json.value(json, summary.people().stream().toList());
            json.writeNumberField("left", summary.left());
            if (moved >= 0) {
                json.writeNumberField("copied", moved);
            }
            json.writeEndObject();
        }
        out.println();
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
