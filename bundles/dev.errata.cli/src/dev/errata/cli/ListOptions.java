package dev.errata.cli;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a list is printed, and how. */
final class ListOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (all).")
    private Integer limit;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print (text).")
    private Output output = Output.text;

    void check() {
        if (output == Output.csv) {
            throw new ParameterException(spec.commandLine(), "--output is text or json");
        }
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is 0 or more, not " + limit);
        }
    }

    boolean json() {
        return output == Output.json;
    }

    /** The first of a list. */
    <T> List<T> cut(List<T> all) {
        return limit == null || limit >= all.size() ? all : all.subList(0, limit);
    }

    /** Says how many were left out. */
    void rest(List<?> all, PrintWriter out) {
        int left = all.size() - cut(all).size();
        if (left > 0) {
            out.println("... and " + left + " more");
        }
    }
}
