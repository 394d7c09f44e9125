package dev.errata.ui.matrix;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Finds classes by a part of their names, upper and lower case alike. */
final class ClassSearch {

    private ClassSearch() {
    }

    /** The positions of the names that contain a text; none for an empty text. */
    static BitSet find(List<String> names, String text) {
        BitSet found = new BitSet();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return found;
        }
        for (int i = 0; i < names.size(); i++) {
            found.set(i, names.get(i).toLowerCase(Locale.ROOT).contains(wanted));
        }
        return found;
    }

    /** The found class behind a position, the first one again after the last; -1 if there is none. */
    static int next(BitSet found, int after) {
        int next = found.nextSetBit(after + 1);
        return next >= 0 ? next : found.nextSetBit(0);
    }
}
