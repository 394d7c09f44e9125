package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.errata.dataset.filter.Condition.Comparison;
import dev.errata.dataset.filter.Condition.RowTest;
import dev.errata.dataset.filter.FilterTokens.Token;
import dev.errata.formats.fields.FieldDates;
import dev.errata.formats.fields.FieldType;
import dev.errata.formats.text.Numbers;

/** Makes comparisons of a field with values, by the type of the field. */
final class Comparisons {

    private Comparisons() {
    }

    /** Whether a value is one of some. */
    static Comparison among(Field field, List<Token> values) throws FilterException {
        if (field.type() == FieldType.TEXT) {
            List<String> wanted = values.stream().map(Token::text).toList();
            return texts(field, wanted::contains);
        }
        List<double[]> spans = new ArrayList<>();
        for (Token value : values) {
            spans.add(span(field, value));
        }
        return new Comparison(field, (of, row) -> {
            double number = field.number(of, row);
            for (double[] span : spans) {
                if (number >= span[0] && number < span[1]) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether a value is smaller or greater than another: {@code <}, {@code <=}, {@code >}, {@code >=}. */
    static Comparison ordered(Field field, Token sign, Token value) throws FilterException {
        if (field.type() == FieldType.TEXT || field.type() == FieldType.BOOLEAN) {
            throw new FilterException(sign.column(), "The values of " + field.fullName() + " have no order; "
                + "compare with =, != or in" + (field.type() == FieldType.TEXT ? " or contains." : "."));
        }
        double[] span = span(field, value);
        RowTest test = switch (sign.text()) {
            case "<" -> (of, row) -> field.number(of, row) < span[0];
            case "<=" -> (of, row) -> field.number(of, row) < span[1];
            case ">" -> (of, row) -> field.number(of, row) >= span[1];
            default -> (of, row) -> field.number(of, row) >= span[0];
        };
        return new Comparison(field, test);
    }

    /** Whether a text contains another, whatever the letter case. */
    static Comparison contains(Field field, Token word, Token value) throws FilterException {
        if (field.type() != FieldType.TEXT) {
            throw new FilterException(word.column(), field.fullName() + " is " + words(field.type())
                + ", which contains nothing; compare with = or in.");
        }
        String part = value.text().toLowerCase(Locale.ROOT);
        return texts(field, text -> text.toLowerCase(Locale.ROOT).contains(part));
    }

    static Comparison missing(Field field) {
        return new Comparison(field, (of, row) -> !field.has(of, row));
    }

    private static Comparison texts(Field field, Predicate<String> accepts) {
        List<String> texts = field.texts();
        boolean[] accepted = new boolean[texts.size()];
        for (int code = 0; code < accepted.length; code++) {
            accepted[code] = accepts.test(texts.get(code));
        }
        return new Comparison(field, (of, row) -> {
            int code = field.code(of, row);
            return code >= 0 ? accepted[code] : code == Field.OTHER && accepts.test(field.text(of, row));
        });
    }

    /** The numbers that a value stands for: from the first up to the second. */
    private static double[] span(Field field, Token value) throws FilterException {
        String text = value.text().strip();
        double[] span = switch (field.type()) {
            case BOOLEAN -> number(truth(text));
            case DATE -> FieldDates.span(text);
            default -> number(Numbers.isNumber(text) ? Numbers.parse(text) : truth(text));
        };
        if (span == null || !Double.isFinite(span[0])) {
            throw new FilterException(value.column(), field.fullName() + " is " + words(field.type()) + ", and "
                + value.shown() + " is none" + (field.type() == FieldType.DATE ? "; write it as 2020-12-31." : "."));
        }
        return span;
    }

    private static double[] number(double value) {
        return new double[] {value, Math.nextUp(value)};
    }

    private static double truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> 1;
            case "false", "no", "0" -> 0;
            default -> Double.NaN;
        };
    }

    private static String words(FieldType type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case DATE -> "a date";
            case TEXT -> "a text";
        };
    }
}
