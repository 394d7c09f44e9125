package dev.errata.formats.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.errata.engine.masks.Mask;
import dev.errata.engine.masks.MaskOutlines;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.RunLengths;

/** The {@code segmentation} of a COCO record: polygons, or a run-length encoded mask. */
final class Segmentation {

    private Segmentation() {
    }

    /** The outlines of a segmentation; empty where it is a mask or nothing of use. */
    static List<double[]> polygons(String text) {
        List<double[]> polygons = new ArrayList<>();
        if (!text.startsWith("[")) {
            return polygons;
        }
        List<Span> parts = JsonSpans.of(text, 0);
        if (!parts.isEmpty() && text.charAt(parts.get(0).value()) != '[') {
            // one outline without the list around it
            addPolygon(polygons, text);
            return polygons;
        }
        for (Span part : parts) {
            addPolygon(polygons, part.value(text));
        }
        return polygons;
    }

    private static void addPolygon(List<double[]> polygons, String text) {
        if (!text.startsWith("[")) {
            return;
        }
        double[] points = JsonSpans.of(text, 0).stream().mapToDouble(span -> Numbers.parse(span.value(text))).toArray();
        boolean finite = true;
        for (double point : points) {
            finite &= Double.isFinite(point);
        }
        if (finite && points.length >= 2 && points.length % 2 == 0) {
            polygons.add(points);
        }
    }

    /** The box around the segmentation of a record, or null where it has none. */
    static double[] bounds(String record) {
        Span field = JsonSpans.field(JsonSpans.of(record, 0), "segmentation");
        if (field == null) {
            return null;
        }
        String text = field.value(record);
        return text.startsWith("{") ? maskBounds(text) : Outlines.bounds(polygons(text));
    }

    private static double[] maskBounds(String text) {
        int[] size = size(text);
        long[] runs = size == null ? null : runs(text);
        return runs == null ? null : RunLengths.bounds(runs, size[0]);
    }

    /**
     * The outlines of a run-length encoded mask.
     *
     * @return none where the text is no such mask
     */
    static List<double[]> maskOutlines(String text) {
        return mask(text).map(MaskOutlines::of).orElse(List.of());
    }

    /** The run-length encoded mask; empty where the text is none. */
    static Optional<Mask> mask(String text) {
        int[] size = text.startsWith("{") ? size(text) : null;
        long[] runs = size == null ? null : runs(text);
        if (runs == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mask.ofRuns(runs, size[0], size[1]));
        } catch (IllegalArgumentException unusable) {
            // more pixels than the mask says that it has: nobody can tell what it covers
            return Optional.empty();
        }
    }

    /** The text of a mask with the pixels of another of the same size, in the same manner. */
    static String with(String text, Mask other) {
        Span counts = JsonSpans.field(JsonSpans.of(text, 0), "counts");
        // the one character of the code that a JSON text cannot have as it is
        String runs = text.charAt(counts.value()) == '"' ? '"' + RunLengths.encode(other.runs()).replace("\\", "\\\\") + '"'
            : Arrays.toString(other.runs());
        return text.substring(0, counts.value()) + runs + text.substring(counts.end());
    }

    /** Height and width; null where there are none. */
    private static int[] size(String text) {
        Span size = JsonSpans.field(JsonSpans.of(text, 0), "size");
        if (size == null || text.charAt(size.value()) != '[') {
            return null;
        }
        double[] sides = JsonSpans.of(text, size.value()).stream().mapToDouble(s -> Numbers.parse(s.value(text))).toArray();
        return sides.length != 2 || !(sides[0] >= 1) || sides[0] > Integer.MAX_VALUE ? null
            : new int[] {(int) sides[0], (int) sides[1]};
    }

    private static long[] runs(String text) {
        Span counts = JsonSpans.field(JsonSpans.of(text, 0), "counts");
        if (counts == null) {
            return null;
        }
        return switch (text.charAt(counts.value())) {
            case '[' -> JsonSpans.of(text, counts.value()).stream()
                .mapToLong(span -> (long) Numbers.parse(span.value(text))).toArray();
            case '"' -> RunLengths.decode(JsonText.unquote(counts.value(text)));
            default -> null;
        };
    }
}
