package dev.errata.cli.options;

import java.util.Iterator;

import dev.errata.cli.console.Texts;
import dev.errata.dataset.operations.MismatchQuery;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the orders in which mismatches are listed: plain ones, and those of the methods that find suspects. */
public final class RankingNames implements Iterable<String>, ITypeConverter<String> {

    @Override
    public Iterator<String> iterator() {
        return MismatchQuery.orders().iterator();
    }

    @Override
    public String convert(String value) {
        for (String name : this) {
            if (name.equals(value)) {
                return name;
            }
        }
        throw new TypeConversionException("there is no order \"" + Texts.shown(value) + "\"; there are "
            + String.join(", ", this));
    }
}
