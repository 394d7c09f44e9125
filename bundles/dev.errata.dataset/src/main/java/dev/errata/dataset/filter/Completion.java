package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.errata.dataset.filter.FilterTokens.Kind;
import dev.errata.dataset.filter.FilterTokens.Token;
import dev.errata.formats.fields.FieldType;

/**
 * A text that may stand where somebody writes a filter.
 *
 * @param begin of what it replaces
 * @param end of what it replaces
 * @param text takes its place
 */
public record Completion(int begin, int end, String text) {

    private static final int MOST = 200;
    private static final List<String> SIGNS = List.of("=", "!=", "<", "<=", ">", ">=");

    /**
     * What may stand at a place: values where a field is compared, and else fields; those first that begin with what is there.
     *
     * @param at index in the text; what is behind it stays
     */
    public static List<Completion> at(String text, int at, FieldSet fields) {
        String before = text.substring(0, at);
        List<Token> tokens;
        int begin = at;
        try {
            tokens = FilterTokens.of(before);
        } catch (FilterException open) {
            // within quotes
            begin = open.column() - 1;
            return values(fieldBefore(before.substring(0, begin), fields), before.substring(begin + 1), begin, at);
        }
        Token last = tokens.size() > 1 ? tokens.get(tokens.size() - 2) : null;
        String typed = "";
        if (last != null && last.kind() == Kind.WORD && last.column() - 1 + last.text().length() == at) {
            typed = last.text();
            begin = last.column() - 1;
        }
        Field compared = fieldBefore(before.substring(0, begin), fields);
        return compared != null ? values(compared, typed, begin, at) : names(fields, typed, begin, at);
    }

    /** The field whose value comes next; null where none does. */
    private static Field fieldBefore(String text, FieldSet fields) {
        try {
            List<Token> tokens = FilterTokens.of(text);
            int sign = tokens.size() - 2;
            while (sign > 0 && (tokens.get(sign).is(",") || tokens.get(sign).is("(") || isListed(tokens, sign))) {
                sign--;
            }
            boolean compares = sign > 0 && (SIGNS.contains(tokens.get(sign).text()) && tokens.get(sign).kind() == Kind.SIGN
                || tokens.get(sign).isWord("in") || tokens.get(sign).isWord("contains"));
            int name = sign - (compares && sign > 1 && tokens.get(sign - 1).isWord("not") ? 2 : 1);
            return compares && name >= 0 ? fields.find(tokens.get(name).text()) : null;
        } catch (FilterException unknown) {
            return null;
        }
    }

    /** Whether a token is a value in a list that goes on. */
    private static boolean isListed(List<Token> tokens, int at) {
        Token behind = tokens.get(at + 1);
        return behind.is(",") && tokens.get(at).kind() != Kind.SIGN;
    }

    private static List<Completion> values(Field field, String typed, int begin, int end) {
        if (field == null) {
            return List.of();
        }
        List<String> values = field.type() == FieldType.BOOLEAN ? CodeField.NO_AND_YES : field.texts();
        return completions(values.stream().distinct().limit(MOST * 10L).toList(), typed, begin, end);
    }

    private static List<Completion> names(FieldSet fields, String typed, int begin, int end) {
        List<String> names = new ArrayList<>();
        for (Field field : fields.all()) {
            boolean alone;
            try {
                alone = !typed.contains(".") && fields.find(field.name()) == field;
            } catch (FilterException ambiguous) {
                alone = false;
            }
            names.add(alone ? field.name() : field.fullName());
        }
        return completions(names, typed, begin, end);
    }

    private static List<Completion> completions(List<String> texts, String typed, int begin, int end) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<Completion> first = new ArrayList<>();
        List<Completion> later = new ArrayList<>();
        for (String text : texts) {
            int found = text.toLowerCase(Locale.ROOT).indexOf(lower);
            if (found >= 0) {
                (found == 0 ? first : later).add(new Completion(begin, end, Filter.quoted(text)));
            }
        }
        first.addAll(later);
        return first.subList(0, Math.min(MOST, first.size()));
    }

    /** The whole text with this in it. */
    public String in(String whole) {
        return whole.substring(0, begin) + text + whole.substring(end);
    }
}
