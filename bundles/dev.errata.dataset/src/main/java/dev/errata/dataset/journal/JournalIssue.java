package dev.errata.dataset.journal;

/**
 * Something in a journal that could not be read; the rest of it counts.
 *
 * @param file name of the journal file
 * @param offset byte at which it begins, counted from 0
 * @param length bytes passed over
 * @param message what is wrong
 */
public record JournalIssue(String file, long offset, long length, String message) {

    @Override
    public String toString() {
        return file + ", byte " + offset + ": " + message;
    }
}
