package dev.errata.formats.coco;

import java.util.List;

import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.text.Numbers;

/**
 * How a JSON file writes arrays of numbers.
 *
 * @param open from the bracket to the first element
 * @param comma between elements
 * @param close from the last element to the bracket
 * @param point whether whole numbers get a {@code .0}
 */
record ArrayStyle(String open, String comma, String close, boolean point) {

    static final ArrayStyle COMPACT = new ArrayStyle("[", ",", "]", true);
    static final ArrayStyle SPACED = new ArrayStyle("[", ", ", "]", true);

    /** The style of an array, or another where it has too few elements to tell. */
    static ArrayStyle of(String array, ArrayStyle otherwise) {
        if (!array.startsWith("[")) {
            return otherwise;
        }
        List<Span> elements = JsonSpans.of(array, 0);
        if (elements.size() < 2) {
            return otherwise;
        }
        return new ArrayStyle(array.substring(0, elements.getFirst().begin()),
            array.substring(elements.get(0).end(), elements.get(1).begin()),
            array.substring(elements.getLast().end()), hasPoint(array));
    }

    static boolean hasPoint(String text) {
        return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    String numbers(double[] values) {
        StringBuilder text = new StringBuilder(open);
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : comma).append(Numbers.format(values[i], point));
        }
        return text.append(close).toString();
    }
}
