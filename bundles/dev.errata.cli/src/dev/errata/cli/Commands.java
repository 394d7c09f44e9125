package dev.errata.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.errata.cli.commands.AcceptCommand;
import dev.errata.cli.commands.DeleteCommand;
import dev.errata.cli.commands.EvaluateCommand;
import dev.errata.cli.commands.ExplainCommand;
import dev.errata.cli.commands.ExportCommand;
import dev.errata.cli.commands.FieldsCommand;
import dev.errata.cli.commands.FormatsCommand;
import dev.errata.cli.commands.HistoryCommand;
import dev.errata.cli.commands.ImportCommand;
import dev.errata.cli.commands.JournalCommand;
import dev.errata.cli.commands.MismatchesCommand;
import dev.errata.cli.commands.RelabelCommand;
import dev.errata.cli.commands.SelfTestCommand;
import dev.errata.cli.commands.SendCommand;
import dev.errata.cli.commands.SuspectsCommand;
import dev.errata.cli.commands.TaskCommand;
import dev.errata.cli.commands.TasksCommand;
import dev.errata.cli.commands.UndoCommand;
import dev.errata.cli.commands.VerdictCommand;
import dev.errata.cli.commands.VerifyCommand;
import dev.errata.cli.console.ExitCodes;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands by name, and how they are run: exit codes and messages. */
public final class Commands {

    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("import", ImportCommand::new);
        ALL.put("evaluate", EvaluateCommand::new);
        ALL.put("explain", ExplainCommand::new);
        ALL.put("mismatches", MismatchesCommand::new);
        ALL.put("fields", FieldsCommand::new);
        ALL.put("suspects", SuspectsCommand::new);
        ALL.put("selftest", SelfTestCommand::new);
        ALL.put("relabel", RelabelCommand::new);
        ALL.put("delete", DeleteCommand::new);
        ALL.put("accept", AcceptCommand::new);
        ALL.put("verdict", VerdictCommand::new);
        ALL.put("send", SendCommand::new);
        ALL.put("tasks", TasksCommand::new);
        ALL.put("task", TaskCommand::new);
        ALL.put("history", HistoryCommand::new);
        ALL.put("undo", UndoCommand::new);
        ALL.put("journal", JournalCommand::new);
        ALL.put("export", ExportCommand::new);
        ALL.put("verify", VerifyCommand::new);
        ALL.put("formats", FormatsCommand::new);
        ALL.put("help", CommandLine.HelpCommand::new);
    }

    private Commands() {
    }

    /** Runs one command and returns its exit code. */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new ErrataCommand());
        // reading the annotations of a command takes milliseconds: only the one that is run is made
        String asked = arguments.length > 0 ? arguments[0] : "";
        if (ALL.containsKey(asked) && !asked.equals("help")) {
            commands.addSubcommand(asked, ALL.get(asked).get());
        } else {
            ALL.forEach((name, maker) -> commands.addSubcommand(name, maker.get()));
        }
        commands.setOut(out);
        commands.setErr(err);
        commands.setUsageHelpAutoWidth(true);
        commands.setParameterExceptionHandler(Commands::misused);
        commands.setExecutionExceptionHandler((failure, command, result) -> {
            out.flush();
            command.getErr().println("errata: " + Failures.sentence(failure));
            return ExitCodes.FAILED;
        });
        try {
            return commands.execute(arguments);
        } catch (Error fault) {
            // picocli hands only exceptions to the handler above
            err.println("errata: " + Failures.sentence(fault));
            return ExitCodes.FAILED;
        }
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("errata: " + misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.MISUSED;
    }
}
