package dev.errata.cli.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.cli.sources.Comparison;

/**
 * A cell of the matrix as a person names it: ground truth, comma, predicted.
 *
 * @param groundTruth index of the class, or of the background
 * @param predicted index of the class, or of the background
 */
public record Cell(int groundTruth, int predicted) {

    private static final int SUGGESTIONS = 5;

    /**
     * Class names may contain commas, and two classes may have the same name: every comma is tried, and there must be exactly one
     * cell that is meant.
     *
     * @param option the option that holds the text, for messages
     */
    public static Cell parse(String option, String text, List<String> classNames) throws CommandFailure {
        List<Cell> found = new ArrayList<>();
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            List<Integer> predicted = indexes(text.substring(comma + 1), classNames);
            for (int groundTruth : indexes(text.substring(0, comma), classNames)) {
                predicted.forEach(label -> found.add(new Cell(groundTruth, label)));
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new CommandFailure(option + " " + text + " names more than one cell, because class names contain commas "
                + "or occur twice");
        }
        int comma = text.indexOf(',');
        if (comma < 0) {
            String background = Comparison.background(classNames);
            throw new CommandFailure(option + " " + text + " names no cell; write GROUNDTRUTH,PREDICTED, for example "
                + (classNames.isEmpty() ? background : classNames.get(0)) + "," + background);
        }
        String unknown = text.substring(0, comma);
        if (!indexes(unknown, classNames).isEmpty()) {
            unknown = text.substring(comma + 1);
        }
        throw new CommandFailure(option + " " + text + ": " + unknown(unknown, classNames));
    }

    /** All classes with a name, or the background. */
    private static List<Integer> indexes(String name, List<String> classNames) {
        if (name.equals(Comparison.background(classNames))) {
            return List.of(classNames.size());
        }
        List<Integer> exact = IntStream.range(0, classNames.size()).filter(label -> classNames.get(label).equals(name)).boxed()
            .toList();
        return !exact.isEmpty() || name.equals(name.strip()) ? exact : indexes(name.strip(), classNames);
    }

    /** Says that there is no such class, and which ones could be meant. */
    public static String unknown(String name, List<String> classNames) {
        int far = Math.max(2, name.length() / 3);
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> close = classNames.stream().filter(other -> distance(wanted, other.toLowerCase(Locale.ROOT)) <= far)
            .sorted(Comparator.comparingInt(other -> distance(wanted, other.toLowerCase(Locale.ROOT))))
            .limit(SUGGESTIONS).toList();
        String sentence = "there is no class \"" + Texts.shown(name) + "\"";
        if (!close.isEmpty()) {
            return sentence + "; did you mean " + quoted(close) + "?";
        }
        return sentence + "; the classes are " + quoted(classNames.subList(0, Math.min(20, classNames.size())))
            + (classNames.size() > 20 ? " and " + (classNames.size() - 20) + " more" : "");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + Texts.shown(name) + '"').collect(Collectors.joining(", "));
    }

    /** How many letters must be inserted, left out or replaced (Levenshtein 1966). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
