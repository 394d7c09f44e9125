package dev.errata.formats.voc;

import java.util.Arrays;
import java.util.List;

import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.TextEdits;
import dev.errata.formats.xml.XmlElement;

/**
 * The {@code <robndbox>} of an object, as roLabelImg writes it in place of a {@code <bndbox>}: a box by its middle, width and
 * height, turned clockwise around its middle by an angle in radians.
 */
final class TurnedBox {

    static final String NAME = "robndbox";
    private static final List<String> NUMBERS = List.of("cx", "cy", "w", "h", "angle");
    private static final int ANGLE = 4;

    private final XmlElement element;
    private final String text;
    private final double[] numbers = new double[NUMBERS.size()];

    /**
     * @param element the {@code <robndbox>}
     * @param text that the element stands in
     */
    TurnedBox(XmlElement element, String text) {
        this.element = element;
        this.text = text;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Numbers.parse(element.content(text, NUMBERS.get(i)));
        }
    }

    /** The name of a number that is missing, or not finite; null where all are there. */
    String broken() {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                return NUMBERS.get(i);
            }
        }
        return null;
    }

    boolean isTurned() {
        return numbers[ANGLE] != 0;
    }

    /** The upright box around this one: x, y, width, height. */
    double[] bounds() {
        double[] upright = {numbers[0] - numbers[2] / 2, numbers[1] - numbers[3] / 2, numbers[2], numbers[3]};
        double degrees = Math.toDegrees(numbers[ANGLE]);
        return isTurned() ? Outlines.bounds(List.of(Outlines.turned(upright, degrees, numbers[0], numbers[1]))) : upright;
    }

    /** Makes this another box, which is upright as what somebody drew; the same box leaves it turned as it is. */
    void change(double[] box, TextEdits edits) {
        if (Arrays.equals(box, bounds())) {
            return;
        }
        double[] wanted = {box[0] + box[2] / 2, box[1] + box[3] / 2, box[2], box[3], 0};
        for (int i = 0; i < wanted.length; i++) {
            if (!EditNumbers.same(numbers[i], wanted[i])) {
                XmlElement number = element.child(NUMBERS.get(i));
                edits.replace(number.inner(), number.innerEnd(),
                    EditNumbers.padded(Numbers.format(wanted[i], false), number.content(text)));
            }
        }
    }
}
