package dev.errata.formats.yolo;

import java.util.List;

import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/**
 * A line of a YOLO label file: a class and either a box (middle, width and height) or an outline (corners), as fractions of
 * the image; the confidence of a prediction comes last.
 *
 * @param values fractions, 4 for a box, 6 or more for an outline; key points behind a box are left out
 * @param score NaN where there is none
 */
record YoloRow(String label, double[] values, double score) {

    /**
     * The row, or null where the number of words fits neither a box nor an outline.
     *
     * @param keypoints how many numbers behind each box tell key points
     */
    static YoloRow of(String line, boolean prediction, int keypoints) {
        List<Part> words = Lines.words(line);
        int count = words.size() - 1;
        if (count < 4) {
            return null;
        }
        boolean scored = prediction && count % 2 == 1;
        int numbers = scored ? count - 1 : count;
        int posed = keypoints > 0 || !prediction ? keypoints : posed(line, words);
        if (posed > 0) {
            scored = prediction && count == 4 + posed + 1;
            numbers = count == (scored ? 5 : 4) + posed ? 4 : 0;
        }
        if (numbers != 4 && (numbers < 6 || numbers % 2 == 1)) {
            return null;
        }
        double[] values = new double[numbers];
        for (int i = 0; i < numbers; i++) {
            values[i] = Numbers.parse(words.get(i + 1).of(line));
        }
        return new YoloRow(words.getFirst().of(line), values, scored ? Numbers.parse(words.getLast().of(line)) : Double.NaN);
    }

    /**
     * The numbers of key points of a prediction, of which nobody says how many there are: where there is an even count of
     * numbers, they are no outline and a confidence, but may be a box, key points of three numbers each and a confidence.
     */
    private static int posed(String line, List<Part> words) {
        int count = words.size() - 1;
        boolean fits = count % 2 == 0 && count > 5 && (count - 5) % 3 == 0;
        return fits && !words.getLast().of(line).matches("[0-9]+") ? count - 5 : 0;
    }

    boolean isBox() {
        return values.length == 4;
    }

    /** Left, top, width and height in pixels. */
    double[] box(double width, double height) {
        if (isBox()) {
            return new double[] {(values[0] - values[2] / 2) * width, (values[1] - values[3] / 2) * height, values[2] * width,
                values[3] * height};
        }
        double[] around = Outlines.bounds(List.of(values));
        return new double[] {around[0] * width, around[1] * height, around[2] * width, around[3] * height};
    }
}
