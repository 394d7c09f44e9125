package dev.errata.formats.kitti;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.records.EditNumbers;
import dev.errata.formats.records.Flags;
import dev.errata.formats.text.Numbers;

/**
 * A line of KITTI labels: 15 columns, 16 with a score. Of the tracking benchmark the frame and the number of the track stand in
 * front of them.
 *
 * @param words with their places in the line
 * @param first the word that is the class: 0, or 2 of tracks
 */
record KittiRow(String line, List<Part> words, int first) {

    static final List<String> COLUMNS = List.of("type", "truncated", "occluded", "alpha", "left", "top", "right", "bottom",
        "height", "width", "length", "x", "y", "z", "rotation_y", "score");
    static final String TRACK = "track_id";
    private static final String REST = "-1 -1 -1 -1000 -1000 -1000 -10";
    private static final int LABELS = 15;
    private static final int RESULTS = 16;
    private static final int LEFT = 4;
    private static final int BOTTOM = 7;
    private static final int OF_TRACK = 2;

    /** Takes a line apart, whatever it is. */
    static KittiRow of(String line) {
        List<Part> words = Lines.words(line);
        boolean track = words.size() > OF_TRACK && words.get(0).of(line).matches("[0-9]{1,9}")
            && isWhole(words.get(1).of(line)) && !Numbers.isNumber(words.get(OF_TRACK).of(line));
        return new KittiRow(line, words, track ? OF_TRACK : 0);
    }

    private static boolean isWhole(String word) {
        return word.matches("-?[0-9]{1,18}");
    }

    /** How many columns there are, those of a track aside. */
    int size() {
        return words.size() - first;
    }

    boolean hasColumns() {
        return size() == LABELS || size() == RESULTS;
    }

    /** Whether all columns are there, and all but the first are numbers. */
    boolean isRow() {
        return hasColumns() && !Numbers.isNumber(word(0))
            && words.stream().skip(first + 1L).allMatch(word -> Numbers.isNumber(word.of(line)));
    }

    /** Whether this is a line of the tracking benchmark. */
    boolean isTrack() {
        return first > 0;
    }

    /** The number of the image within its sequence; only of a track. */
    int frame() {
        return Integer.parseInt(words.getFirst().of(line));
    }

    String word(int column) {
        return words.get(first + column).of(line);
    }

    /** The place of a column in the line, from 1. */
    long place(int column) {
        return words.get(first + column).begin() + 1L;
    }

    boolean hasScore() {
        return size() == RESULTS;
    }

    private static boolean isAttribute(int column) {
        return column > 0 && column < LABELS && (column < LEFT || column > BOTTOM);
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (isTrack()) {
            attributes.put(TRACK, words.get(1).of(line));
        }
        for (int column = 1; column < Math.min(LABELS, size()); column++) {
            if (isAttribute(column)) {
                attributes.put(COLUMNS.get(column), word(column));
            }
        }
        return attributes;
    }

    /** @param className the new class as it is written; null where it stays */
    String changed(Changed edit, String className) {
        String[] replacements = new String[words.size()];
        replacements[first] = className == null ? null : oneWord(className);
        if (edit.box() != null) {
            double[] corners = corners(edit.box());
            for (int i = 0; i < corners.length; i++) {
                String old = word(LEFT + i);
                if (!EditNumbers.same(Numbers.parse(old), corners[i])) {
                    replacements[first + LEFT + i] = EditNumbers.padded(Numbers.format(corners[i], false), old);
                }
            }
        }
        if (edit.attributes() != null) {
            for (int column = 1; column < LABELS; column++) {
                String value = edit.attributes().get(COLUMNS.get(column));
                if (isAttribute(column) && value != null && Numbers.isNumber(value) && !value.equals(word(column))) {
                    replacements[first + column] = value;
                }
            }
            String track = edit.attributes().get(TRACK);
            if (isTrack() && track != null && isWhole(track) && !track.equals(words.get(1).of(line))) {
                replacements[1] = track;
            }
        }
        return Lines.replaced(line, words, replacements);
    }

    private static double[] corners(double[] box) {
        return new double[] {box[0], box[1], EditNumbers.far(box[0], box[2]), EditNumbers.far(box[1], box[3])};
    }

    /** A class name as one word. */
    private static String oneWord(String name) {
        String word = name.strip().replaceAll("\\s+", "_");
        return word.isEmpty() ? "_" : word;
    }

    /** A new line, without frame and track. */
    static String line(String name, double[] box, Map<String, String> attributes) {
        StringBuilder text = new StringBuilder(oneWord(name));
        double[] corners = corners(box);
        String[] rest = REST.split(" ");
        String[] begin = {"0", "0", "-10"};
        for (int column = 1; column < LABELS; column++) {
            String value = Flags.digit(attributes.getOrDefault(COLUMNS.get(column), ""));
            text.append(' ');
            if (!isAttribute(column)) {
                text.append(Numbers.format(corners[column - LEFT], true));
            } else if (Numbers.isNumber(value)) {
                text.append(value);
            } else {
                text.append(column < LEFT ? begin[column - 1] : rest[column - BOTTOM - 1]);
            }
        }
        return text.toString();
    }
}
