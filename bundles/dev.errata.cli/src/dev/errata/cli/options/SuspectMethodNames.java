package dev.errata.cli.options;

import java.util.Arrays;
import java.util.Iterator;

import dev.errata.cli.console.Texts;
import dev.errata.engine.ranking.SuspectMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the methods that find suspects. */
public final class SuspectMethodNames implements Iterable<String>, ITypeConverter<SuspectMethod> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(SuspectMethod.values()).map(SuspectMethod::id).iterator();
    }

    @Override
    public SuspectMethod convert(String value) {
        return SuspectMethod.of(value).orElseThrow(() -> new TypeConversionException(
            "there is no method \"" + Texts.shown(value) + "\"; there are " + String.join(", ", this)));
    }
}
