package dev.errata.cli.options;

import java.util.Iterator;

import dev.errata.cli.console.Texts;
import dev.errata.dataset.model.VerdictKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of verdicts. */
public final class VerdictNames implements Iterable<String>, ITypeConverter<VerdictKind> {

    @Override
    public Iterator<String> iterator() {
        return VerdictKind.VALUES.stream().map(VerdictKind::getLiteral).iterator();
    }

    @Override
    public VerdictKind convert(String value) {
        VerdictKind kind = VerdictKind.get(value);
        if (kind == null) {
            throw new TypeConversionException(unknown(value));
        }
        return kind;
    }

    /** Says that there is no such verdict, and which there are. */
    public static String unknown(String value) {
        return "there is no verdict \"" + Texts.shown(value) + "\"; there are " + String.join(", ", new VerdictNames());
    }
}
