package dev.errata.formats.coco;

import java.util.List;

import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonSpans.Span;

/** The outlines of records whose {@code segmentation} is a mask. */
public final class CocoMaskOutlines {

    private CocoMaskOutlines() {
    }

    /**
     * The outlines of the mask in a record.
     *
     * @param fields a JSON object, for example the unknown fields of a record; may be empty
     * @return closed outlines, x and y in turn, pixels; none where it has no run-length encoded mask
     */
    public static List<double[]> of(String fields) {
        Span field = fields.isEmpty() ? null : JsonSpans.field(JsonSpans.of(fields, 0), "segmentation");
        return field == null ? List.of() : Segmentation.maskOutlines(field.value(fields));
    }
}
