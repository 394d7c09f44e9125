package dev.errata.dataset.filter;

import dev.errata.dataset.filter.Field.Owner;

/**
 * What a filter asks. An object that doesn't exist, as the label of a prediction without one, makes an answer unknown (Kleene's
 * logic of three values); a value that is missing in an object that exists makes it no.
 */
sealed interface Condition {

    /** The pair or single that is asked about; negative rows are objects that don't exist. */
    record Subject(Compared of, int image, int annotation, int prediction) {

        int row(Owner owner) {
            return switch (owner) {
                case IMAGE -> image;
                case LABEL -> annotation;
                case PREDICTION -> prediction;
            };
        }
    }

    /** Yes, no or unknown. */
    enum Answer {
        YES, NO, UNKNOWN;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    Answer of(Subject subject);

    /** Whether only images matter. */
    boolean ofImagesOnly();

    /** Both of two: a no decides. */
    static Condition and(Condition first, Condition second) {
        return new Two(first, second, Answer.NO);
    }

    /** One of two: a yes decides. */
    static Condition or(Condition first, Condition second) {
        return new Two(first, second, Answer.YES);
    }

    /**
     * Two conditions as one.
     *
     * @param deciding the answer of either that is the answer of both
     */
    record Two(Condition first, Condition second, Answer deciding) implements Condition {

        @Override
        public Answer of(Subject subject) {
            Answer one = first.of(subject);
            if (one == deciding) {
                return one;
            }
            Answer other = second.of(subject);
            return other == deciding || other == Answer.UNKNOWN ? other : one;
        }

        @Override
        public boolean ofImagesOnly() {
            return first.ofImagesOnly() && second.ofImagesOnly();
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {

        @Override
        public Answer of(Subject subject) {
            return switch (condition.of(subject)) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        }

        @Override
        public boolean ofImagesOnly() {
            return condition.ofImagesOnly();
        }
    }

    /** Asks whether a row of a field passes. */
    interface RowTest {
        boolean test(Compared of, int row);
    }

    /** A field compared with values. */
    record Comparison(Field field, RowTest test) implements Condition {

        @Override
        public Answer of(Subject subject) {
            int row = subject.row(field.owner());
            return row < 0 ? Answer.UNKNOWN : Answer.of(test.test(subject.of(), row));
        }

        @Override
        public boolean ofImagesOnly() {
            return field.owner() == Owner.IMAGE;
        }
    }
}
