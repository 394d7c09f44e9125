package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words, texts in quotes and signs of a filter. */
final class FilterTokens {

    /**
     * A word, a text in quotes or a sign.
     *
     * @param text without quotes
     * @param column of its first letter, from 1
     * @param kind what it is
     */
    record Token(String text, int column, Kind kind) {

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        /** Whether this is a word of the language, in whatever letter case. */
        boolean isWord(String word) {
            return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
        }

        /** As an error names it. */
        String shown() {
            return kind == Kind.END ? "the end" : "\"" + text + "\"";
        }
    }

    /** What a token is. */
    enum Kind {
        WORD, QUOTED, SIGN, END
    }

    private static final String SIGNS = "()=!<>,";
    private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "is", "contains", "missing");
    private static final String QUOTES = "\"'";

    private FilterTokens() {
    }

    static List<Token> of(String text) throws FilterException {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (QUOTES.indexOf(c) >= 0) {
                end = quoted(text, at, tokens);
            } else if (SIGNS.indexOf(c) >= 0) {
                boolean two = end < text.length() && text.charAt(end) == '=' && "=!<>".indexOf(c) >= 0;
                end += two ? 1 : 0;
                tokens.add(sign(text.substring(at, end), at + 1));
            } else if (!Character.isWhitespace(c)) {
                while (end < text.length() && isOfWord(text.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(text.substring(at, end), at + 1, Kind.WORD));
            }
            at = end;
        }
        tokens.add(new Token("", text.length() + 1, Kind.END));
        return tokens;
    }

    /** Whether a text needs no quotes to be one word that means nothing by itself. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isOfWord((char) c))
            && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Token sign(String sign, int column) throws FilterException {
        if (sign.equals("!")) {
            throw new FilterException(column, "A single \"!\" means nothing; write != or not.");
        }
        return new Token(sign.equals("==") ? "=" : sign, column, Kind.SIGN);
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && SIGNS.indexOf(c) < 0 && QUOTES.indexOf(c) < 0;
    }

    /** A quote within a text in quotes is written twice. */
    private static int quoted(String text, int begin, List<Token> tokens) throws FilterException {
        char quote = text.charAt(begin);
        StringBuilder content = new StringBuilder();
        for (int at = begin + 1; at < text.length(); at++) {
            if (text.charAt(at) != quote) {
                content.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                content.append(quote);
                at++;
            } else {
                tokens.add(new Token(content.toString(), begin + 1, Kind.QUOTED));
                return at + 1;
            }
        }
        throw new FilterException(begin + 1, "The quotation mark is closed nowhere.");
    }
}
