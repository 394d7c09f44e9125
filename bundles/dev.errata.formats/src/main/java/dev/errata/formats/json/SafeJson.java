package dev.errata.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * The one factory of JSON parsers for label files. Nesting, numbers and texts are bounded; what remains to be checked for
 * hostile input (duplicate fields, infinite numbers, text behind the document) is checked by {@link JsonCursor}.
 */
public final class SafeJson {

    private static final int NESTING = 1000;
    private static final int NUMBER_LENGTH = 1000;
    private static final int TEXT_LENGTH = 64 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(NESTING)
            .maxNumberLength(NUMBER_LENGTH)
            .maxStringLength(TEXT_LENGTH)
            .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();

    private SafeJson() {
    }

    /** The factory; field names of its parsers are interned. */
    public static JsonFactory factory() {
        return FACTORY;
    }
}
