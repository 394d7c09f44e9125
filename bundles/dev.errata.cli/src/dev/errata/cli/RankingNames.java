package dev.errata.cli;

import java.util.Arrays;
import java.util.Iterator;

import dev.errata.engine.ranking.Ranking;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the orders in which mismatches are listed. */
final class RankingNames implements Iterable<String>, ITypeConverter<Ranking> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Ranking.values()).map(Ranking::id).iterator();
    }

    @Override
    public Ranking convert(String value) {
        return Ranking.of(value).orElseThrow(() -> new TypeConversionException(
            "there is no order \"" + Texts.shown(value) + "\"; there are " + String.join(", ", this)));
    }
}
