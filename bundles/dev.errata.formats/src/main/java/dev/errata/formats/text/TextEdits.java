package dev.errata.formats.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replaces ranges of a text, given in any order. */
public final class TextEdits {

    private record Edit(int begin, int end, String text) {
    }

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    /** @param text what is edited */
    public TextEdits(String text) {
        this.text = text;
    }

    /** Replaces a range; ranges must not overlap. Of insertions at one place the first comes first. */
    public void replace(int begin, int end, String replacement) {
        edits.add(new Edit(begin, end, replacement));
    }

    /** The text with all edits. */
    public String result() {
        edits.sort(Comparator.comparingInt(Edit::begin).thenComparingInt(Edit::end));
        StringBuilder result = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            result.append(text, at, edit.begin).append(edit.text);
            at = edit.end;
        }
        return result.append(text, at, text.length()).toString();
    }
}
