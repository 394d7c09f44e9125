package dev.errata.cli.options;

import java.io.IOException;

import dev.errata.cli.sources.Source;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.filter.FilterException;
import dev.errata.engine.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which labels and predictions count. */
public final class FilterOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--where", paramLabel = "EXPRESSION", description = "Counts only what passes, for example "
        + "\"weather = night and (occluded = true or area < 400)\". Comparisons are =, !=, <, <=, >, >=, in (A, B), contains and "
        + "is missing, joined by and, or, not and parentheses; names and values of several words stand in quotes. Matching "
        + "stays as it is. Fields of images leave out whole images; what is asked of labels leaves out predictions without a "
        + "label. 'errata fields' lists the fields.")
    private String where;

    /** Whether the command asks for one. */
    boolean present() {
        return where != null;
    }

    /** The filter; null where the command asks for none. Says what is odd about it. */
    public Filter of(Source source, Progress progress) throws IOException {
        if (where == null) {
            return null;
        }
        FieldSet fields = source.fields(progress);
        try {
            Filter filter = Filter.parse(where, fields);
            filter.notes().forEach(note -> spec.commandLine().getErr().println("errata: --where: " + VisibleText.oneLine(note)));
            return filter;
        } catch (FilterException wrong) {
            throw new ParameterException(spec.commandLine(), "--where, column " + wrong.column() + ": "
                + VisibleText.oneLine(wrong.getMessage()));
        }
    }
}
