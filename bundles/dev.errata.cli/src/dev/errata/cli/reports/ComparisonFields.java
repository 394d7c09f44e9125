package dev.errata.cli.reports;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.options.IouType;
import dev.errata.cli.sources.Comparison;

/** Says in JSON output what is unusual about a comparison. */
public final class ComparisonFields {

    private ComparisonFields() {
    }

    /** Writes the kind of IoU where it is that of masks, and the filter where there is one. */
    public static void write(JsonGenerator json, Comparison compared) throws IOException {
        if (compared.byMasks()) {
            json.writeStringField("iouType", IouType.segm.name());
        }
        if (compared.filter() != null) {
            json.writeStringField("where", compared.filter().text());
        }
    }
}
