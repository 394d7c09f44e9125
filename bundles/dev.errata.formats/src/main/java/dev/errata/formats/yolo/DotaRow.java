package dev.errata.formats.yolo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;

/**
 * A line of an oriented box as DOTA has it (https://captain-whu.github.io/DOTA/dataset.html): four corners in pixels, the name of
 * the class, and as a rule how difficult it is.
 *
 * @param corners x and y of each
 * @param difficulty as the file writes it; empty where it doesn't
 */
record DotaRow(double[] corners, String name, String difficulty) {

    private static final int NAME = 8;
    private static final String DIFFICULTY = "difficulty";

    /** The row, or null where this is none; what is no number is NaN. */
    static DotaRow of(String line) {
        List<Part> words = Lines.words(line);
        if (words.size() < NAME + 1 || words.size() > NAME + 2 || Numbers.isNumber(words.get(NAME).of(line))) {
            return null;
        }
        double[] corners = new double[NAME];
        for (int i = 0; i < NAME; i++) {
            corners[i] = Numbers.parse(words.get(i).of(line));
        }
        return new DotaRow(corners, words.get(NAME).of(line), words.size() > NAME + 1 ? words.getLast().of(line) : "");
    }

    /** Whether a line is such a row, and no outline in fractions of which something is no number. */
    static boolean isInPixels(String line) {
        DotaRow row = of(line);
        return row != null && Arrays.stream(row.corners).anyMatch(value -> value > 1 + YoloFileReader.TOLERANCE);
    }

    /** Whether a line says something of the whole picture. */
    static boolean isHeader(String line) {
        return line.startsWith("imagesource:") || line.startsWith("gsd:");
    }

    /** Left, top, width and height in pixels; null where a corner is no number. */
    double[] box() {
        return Outlines.finite(corners) ? Outlines.bounds(List.of(corners)) : null;
    }

    Map<String, String> attributes() {
        return difficulty.isEmpty() ? Map.of() : Map.of(DIFFICULTY, difficulty);
    }

    /** The line with values changed. */
    String changed(String line, Changed edit, String className) {
        List<Part> words = Lines.words(line);
        String[] replacements = new String[words.size()];
        if (edit.label() != null) {
            replacements[NAME] = word(className);
        }
        double[] points = null;
        if (edit.polygons() != null && !edit.polygons().isEmpty()) {
            points = corners(edit.polygons().getFirst());
        } else if (edit.box() != null) {
            points = Outlines.moved(corners, box(), edit.box());
        }
        for (int i = 0; points != null && i < NAME; i++) {
            if (!EditNumbers.same(corners[i], points[i])) {
                replacements[i] = EditNumbers.like(points[i], words.get(i).of(line));
            }
        }
        String wanted = edit.attributes() == null ? null : edit.attributes().get(DIFFICULTY);
        if (wanted != null && words.size() > NAME + 1 && Numbers.isNumber(wanted)) {
            replacements[NAME + 1] = wanted;
        }
        return Lines.replaced(line, words, replacements);
    }

    /** A new line. */
    static String line(List<double[]> polygons, double[] box, String className) {
        double[] points = polygons == null || polygons.isEmpty() ? around(box) : corners(polygons.getFirst());
        StringBuilder text = new StringBuilder();
        for (double point : points) {
            text.append(Numbers.format(point, true)).append(' ');
        }
        return text.append(word(className)).append(" 0").toString();
    }

    /** An outline of four corners as it is; of another the box around it. */
    private static double[] corners(double[] outline) {
        return outline.length == NAME ? outline : around(Outlines.bounds(List.of(outline)));
    }

    private static double[] around(double[] box) {
        double right = EditNumbers.far(box[0], box[2]);
        double bottom = EditNumbers.far(box[1], box[3]);
        return new double[] {box[0], box[1], right, box[1], right, bottom, box[0], bottom};
    }

    private static String word(String name) {
        return name.strip().replaceAll("\\s+", "-");
    }
}
