package dev.errata.dataset.journal;

/**
 * Something in a journal that could not be read; the rest of it counts.
 *
 * @param journal name of the journal file, or of the server
 * @param unit what places are counted in
 * @param offset the place at which it begins
 * @param length bytes or rows passed over
 * @param message what is wrong
 */
public record JournalIssue(String journal, Unit unit, long offset, long length, String message) {

    /** What places in a journal are counted in. */
    public enum Unit {
        /** Of a file, counted from 0. */
        BYTE("byte"),
        /** Of a table, counted from 1. */
        ROW("row");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    @Override
    public String toString() {
        return journal + ", " + unit.word + " " + offset + ": " + message;
    }
}
