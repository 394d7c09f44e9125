package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.filter.FilterTokens.Kind;
import dev.errata.dataset.filter.FilterTokens.Token;
import dev.errata.formats.fields.FieldType;

/**
 * Reads filters by recursive descent.
 *
 * <pre>
 * filter     = and {"or" and}
 * and        = not {"and" not}
 * not        = "not" not | "(" filter ")" | comparison
 * comparison = name ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") value
 *            | name ["not"] "in" "(" value {"," value} ")"
 *            | name ["not"] "contains" value
 *            | name "is" ["not"] "missing"
 * </pre>
 */
final class FilterParser {

    private static final int DEEPEST = 200;

    private final FieldSet fields;
    private final List<Token> tokens;
    private final List<String> notes = new ArrayList<>();
    private int at;
    private int depth;

    FilterParser(String text, FieldSet fields) throws FilterException {
        this.fields = fields;
        tokens = FilterTokens.of(text);
    }

    Condition parse() throws FilterException {
        Condition condition = or();
        Token behind = next();
        if (behind.kind() != Kind.END) {
            Token before = tokens.get(at - 2);
            throw new FilterException(behind.column(), behind.kind() == Kind.WORD && before.kind() != Kind.SIGN
                ? "Expected and, or, or the end, not " + behind.shown() + "; put a value of several words into quotes."
                : "Expected and, or, or the end, not " + behind.shown() + ".");
        }
        return condition;
    }

    /** What is odd about the filter, though it can be understood. */
    List<String> notes() {
        return notes;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return at == tokens.size() - 1 ? tokens.get(at) : tokens.get(at++);
    }

    private boolean took(String word) {
        boolean found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    private Condition or() throws FilterException {
        Condition condition = and();
        while (took("or")) {
            condition = Condition.or(condition, and());
        }
        return condition;
    }

    private Condition and() throws FilterException {
        Condition condition = not();
        while (took("and")) {
            condition = Condition.and(condition, not());
        }
        return condition;
    }

    private Condition not() throws FilterException {
        if (++depth > DEEPEST) {
            throw new FilterException(peek().column(), "There are too many parentheses in one another.");
        }
        Condition condition;
        if (took("not")) {
            condition = new Condition.Not(not());
        } else if (peek().is("(")) {
            next();
            condition = or();
            expect(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private void expect(String sign) throws FilterException {
        Token token = next();
        if (!token.is(sign)) {
            throw new FilterException(token.column(), "Expected \"" + sign + "\", not " + token.shown() + ".");
        }
    }

    private Condition comparison() throws FilterException {
        Token name = next();
        if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED) {
            throw new FilterException(name.column(), "Expected the name of a field, not " + name.shown() + ".");
        }
        Field field = field(name);
        Token sign = next();
        if (sign.isWord("is")) {
            boolean opposite = took("not");
            Token missing = next();
            if (!missing.isWord("missing")) {
                throw new FilterException(missing.column(), "Expected missing, not " + missing.shown() + ".");
            }
            return negated(Comparisons.missing(field), opposite);
        }
        boolean opposite = sign.isWord("not");
        Token word = opposite ? next() : sign;
        if (word.isWord("in")) {
            return negated(Comparisons.among(field, values(field)), opposite);
        }
        if (word.isWord("contains")) {
            return negated(Comparisons.contains(field, word, value()), opposite);
        }
        if (opposite || sign.kind() != Kind.SIGN || !"= != < <= > >=".contains(sign.text())) {
            throw new FilterException(word.column(), "Expected =, !=, <, <=, >, >=, in, contains or is missing behind "
                + name.shown() + ", not " + word.shown() + ".");
        }
        Token value = value();
        if (sign.is("=") || sign.is("!=")) {
            note(field, value);
            return negated(Comparisons.among(field, List.of(value)), sign.is("!="));
        }
        return Comparisons.ordered(field, sign, value);
    }

    private static Condition negated(Condition condition, boolean opposite) {
        return opposite ? new Condition.Not(condition) : condition;
    }

    private Field field(Token name) throws FilterException {
        try {
            return fields.find(name.text());
        } catch (FilterException unknown) {
            throw new FilterException(name.column(), unknown.getMessage());
        }
    }

    private Token value() throws FilterException {
        Token value = next();
        if (value.kind() != Kind.WORD && value.kind() != Kind.QUOTED) {
            throw new FilterException(value.column(), "Expected a value, not " + value.shown() + ".");
        }
        return value;
    }

    private List<Token> values(Field field) throws FilterException {
        expect("(");
        List<Token> values = new ArrayList<>();
        do {
            values.add(value());
            note(field, values.getLast());
        } while (tookComma());
        expect(")");
        return values;
    }

    private boolean tookComma() {
        boolean found = peek().is(",");
        at += found ? 1 : 0;
        return found;
    }

    private void note(Field field, Token value) {
        if (field.type() == FieldType.TEXT && !field.texts().contains(value.text())) {
            List<String> near = NearNames.of(value.text(), field.texts());
            notes.add("No " + field.fullName() + " in the label file is " + value.shown()
                + (near.isEmpty() ? "." : "; there is " + String.join(", ", near) + "."));
        }
    }
}
