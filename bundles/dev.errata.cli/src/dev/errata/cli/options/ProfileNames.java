package dev.errata.cli.options;

import java.util.Arrays;
import java.util.Iterator;

import dev.errata.cli.console.Texts;
import dev.errata.engine.matching.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the ways to match. */
public final class ProfileNames implements Iterable<String>, ITypeConverter<Profile> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Profile.values()).map(Profile::id).iterator();
    }

    @Override
    public Profile convert(String value) {
        return Profile.of(value).orElseThrow(() -> new TypeConversionException(
            "there is no profile \"" + Texts.shown(value) + "\"; there are " + String.join(", ", this)));
    }
}
