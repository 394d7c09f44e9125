package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.ExitCodes;
import dev.errata.cli.console.Issues;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.operations.IssueJson;
import dev.errata.dataset.operations.VerifyDataset;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;
import dev.errata.review.DisputedTasks;
import dev.errata.review.ReviewedPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that a dataset is whole. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Checks that a dataset is whole, and its pictures against the sizes that the labels state and against those"
        + " that people decided about; lists what is wrong; fails where labels or changes are lost.")
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path folder;

    @Option(names = "--output", paramLabel = "json|text", description = "How to print (json).")
    private Output output = Output.json;

    @Override
    public Integer call() throws IOException {
        if (output == Output.csv) {
            throw new ParameterException(spec.commandLine(), "--output is json or text");
        }
        List<Issue> problems = VerifyDataset.run(folder, ConsoleProgress.get(), ReviewedPictures::check,
            DisputedTasks::check);
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.json) {
            try (JsonGenerator json = Json.to(out)) {
                IssueJson.write(json, problems);
            }
            out.println();
        } else {
            problems.forEach(problem -> out.println(
                IssueJson.name(problem.severity()) + ": " + Issues.sentence(problem)));
            out.println(problems.isEmpty() ? "The dataset is whole." : Texts.count(problems.size(), "problem"));
        }
        long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        if (errors > 0) {
            out.flush();
            spec.commandLine().getErr().println("errata: " + VisibleText.oneLine(folder.toString()) + " is damaged: "
                + Texts.count(errors, "error"));
            return ExitCodes.FAILED;
        }
        return 0;
    }
}
