package dev.errata.formats.io;

import java.util.ArrayList;
import java.util.List;

/** Lines of a text and words of a line, with their places. */
public final class Lines {

    /**
     * A part of a text.
     *
     * @param number of the line, from 1
     * @param begin index of its first character
     * @param end index behind its last character
     */
    public record Part(long number, int begin, int end) {

        /** The part itself. */
        public String of(String text) {
            return text.substring(begin, end);
        }
    }

    private Lines() {
    }

    /** The lines that are not blank; CR, LF and CR LF end a line. A byte-order mark of raw UTF-8 is left out. */
    public static List<Part> of(String text) {
        List<Part> lines = new ArrayList<>();
        int begin = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        long number = 1;
        for (int i = begin; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '\n' || c == '\r') {
                if (!text.substring(begin, i).isBlank()) {
                    lines.add(new Part(number, begin, i));
                }
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                number++;
                begin = i + 1;
            }
        }
        return lines;
    }

    /** The words of a line between spaces and tabs, with their places in the line. */
    public static List<Part> words(String line) {
        List<Part> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ' || line.charAt(at) == '\t') {
                at++;
                continue;
            }
            int begin = at;
            while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
                at++;
            }
            words.add(new Part(1, begin, at));
        }
        return words;
    }

    /** Replaces words of a line by others; null leaves a word as it is. */
    public static String replaced(String line, List<Part> words, String[] replacements) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i < replacements.length && replacements[i] != null) {
                text.append(line, at, words.get(i).begin()).append(replacements[i]);
                at = words.get(i).end();
            }
        }
        return text.append(line, at, line.length()).toString();
    }
}
