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

    /** Both. */
    record And(Condition first, Condition second) implements Condition {

        @Override
        public Answer of(Subject subject) {
            Answer one = first.of(subject);
            if (one == Answer.NO) {
                return one;
            }
            Answer other = second.of(subject);
            return other == Answer.YES ? one : other;
        }

        @Override
        public boolean ofImagesOnly() {
            return first.ofImagesOnly() && second.ofImagesOnly();
        }
    }

    /** One of two. */
    record Or(Condition first, Condition second) implements Condition {

        @Override
        public Answer of(Subject subject) {
            Answer one = first.of(subject);
            if (one == Answer.YES) {
                return one;
            }
            Answer other = second.of(subject);
            return other == Answer.NO ? one : other;
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
