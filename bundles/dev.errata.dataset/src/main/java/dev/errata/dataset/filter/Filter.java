package dev.errata.dataset.filter;

import java.util.List;

import dev.errata.dataset.filter.Condition.Answer;
import dev.errata.dataset.filter.Condition.Subject;
import dev.errata.engine.evaluation.Selection;

/**
 * Which labels and predictions count, by what is known of them and of their images. A filter changes no match: a pair stays as
 * a whole or goes as a whole. What a filter asks of a label leaves out the predictions that have none, and the other way
 * round, unless it holds whatever the label is.
 */
public final class Filter {

    private final String text;
    private final Condition condition;
    private final List<String> notes;

    private Filter(String text, Condition condition, List<String> notes) {
        this.text = text;
        this.condition = condition;
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads a filter, for example {@code weather = night and not (occluded = true or area < 100)}.
     *
     * @throws FilterException if it cannot be understood: says what and where
     */
    public static Filter parse(String text, FieldSet fields) throws FilterException {
        FilterParser parser = new FilterParser(text, fields);
        return new Filter(text.strip(), parser.parse(), parser.notes());
    }

    /** A name or a value as it may stand in a filter, in quotes where it must. */
    public static String quoted(String text) {
        return FilterTokens.isWord(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** As somebody wrote it. */
    public String text() {
        return text;
    }

    /** What is odd about it, though it can be understood: values that don't occur. */
    public List<String> notes() {
        return notes;
    }

    /** Whether it asks of images only, so that it leaves out whole images. */
    public boolean ofImagesOnly() {
        return condition.ofImagesOnly();
    }

    /** Whether a pair, or a single object, passes; negative rows are objects that don't exist. */
    public boolean includes(Compared of, int image, int annotation, int prediction) {
        return condition.of(new Subject(of, image, annotation, prediction)) == Answer.YES;
    }

    /** What of labels and a run passes. */
    public Selection selection(Compared of) {
        return (image, annotation, prediction) -> includes(of, image, annotation, prediction);
    }
}
