package dev.errata.dataset.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {
    }

    /** At most three names: those that differ by letter case or few letters, and those that contain the text; nearest first. */
    static List<String> of(String text, Collection<String> names) {
        String wanted = text.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {
        }
        return names.stream().distinct().map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
            .filter(near -> near.distance() <= Math.max(1, wanted.length() / 3)
                || wanted.length() > 2 && near.name().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(Comparator.comparingInt(Near::distance)).limit(MOST).map(Near::name).toList();
    }

    /** How many letters must be put in, taken out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, 1 + Math.min(before[j], next[j - 1]));
            }
            before = next;
        }
        return before[other.length()];
    }
}
