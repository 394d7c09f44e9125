package dev.errata.cli.options;

import dev.errata.cli.console.Texts;
import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the label formats. */
public final class FormatNames implements ITypeConverter<LabelFormat> {

    @Override
    public LabelFormat convert(String value) {
        return Formats.named(value).orElseThrow(() -> new TypeConversionException(
            "there is no label format \"" + Texts.shown(value) + "\"; there are "
                + String.join(", ", Formats.all().stream().map(LabelFormat::name).toList())));
    }
}
