package dev.errata.dataset.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The changes of a dataset that its whole team shares. One program appends, all read. Files are one way to keep them; a
 * database may be another.
 */
public interface Journal extends Closeable {

    /**
     * Adds an entry. When this returns the entry survives a crash of the program and of the machine.
     *
     * @throws IOException if it could not be written; then nothing of it is there
     */
    void append(JournalEntry entry) throws IOException;

    /**
     * What was added, by anybody, since a place in the journal. Entries may come more than once, and in any order.
     *
     * @param cursor what an earlier call gave, or null for the beginning
     */
    Additions since(Cursor cursor) throws IOException;

    /** A place in a journal; only the journal that made it understands it. */
    interface Cursor {
    }

    /**
     * What was read.
     *
     * @param issues what could not be read
     * @param next where to go on
     * @param newer whether a newer version wrote some of it: don't add anything
     */
    record Additions(List<JournalEntry> entries, List<JournalIssue> issues, Cursor next, boolean newer) {
    }
}
