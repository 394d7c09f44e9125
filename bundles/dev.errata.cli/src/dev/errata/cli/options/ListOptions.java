package dev.errata.cli.options;

import java.io.PrintWriter;
import java.util.List;

import dev.errata.cli.console.Output;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a list is printed, and how. */
public final class ListOptions {

    /** A person reads no more; a table of millions of lines would also have to be held to be aligned. */
    private static final int LINES = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (" + LINES + " as text, all as JSON).")
    private Integer limit;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    /** Refuses a limit below zero and an output that lists cannot have. */
    public void check() {
        if (output == Output.csv) {
            throw new ParameterException(spec.commandLine(), "--output is text or json");
        }
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is 0 or more, not " + limit);
        }
    }

    /** Whether JSON was asked for, not text. */
    public boolean json() {
        return output == Output.json;
    }

    /** The first of a list. */
    public <T> List<T> cut(List<T> all) {
        int most = limit != null ? limit : json() ? all.size() : LINES;
        return most >= all.size() ? all : all.subList(0, most);
    }

    /** Says how many were left out. */
    public void rest(List<?> all, PrintWriter out) {
        int left = all.size() - cut(all).size();
        if (left > 0) {
            out.println("... and " + left + " more");
        }
    }
}
