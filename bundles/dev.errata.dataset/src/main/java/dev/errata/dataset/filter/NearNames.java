package dev.errata.dataset.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class NearNames {

    private static final int MOST = 3;

    private NearNames() {
    }

    /** At most three names: those that differ by letter case or few letters, and those that contain the text; nearest first. */
    public static List<String> of(String text, Collection<String> names) {
        String wanted = text.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {
        }
        return names.stream().distinct().map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
            .filter(near -> near.distance() <= Math.max(1, wanted.length() / 3)
                || wanted.length() > 2 && near.name().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(Comparator.comparingInt(Near::distance)).limit(MOST).map(Near::name).toList();
    }

    /** How many letters must be put in, taken out, replaced or exchanged with the next (Damerau and Levenshtein). */
    private static int distance(String one, String other) {
        int[][] of = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    of[i][j] = i + j;
                    continue;
                }
                int replaced = of[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                of[i][j] = Math.min(replaced, 1 + Math.min(of[i - 1][j], of[i][j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    of[i][j] = Math.min(of[i][j], of[i - 2][j - 2] + 1);
                }
            }
        }
        return of[one.length()][other.length()];
    }
}
