package dev.errata.dataset.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The changes of a dataset that its whole team shares. One program appends, all read. They are kept in files
 * ({@link FileJournal}) or in a database ({@link dev.errata.dataset.journal.postgres.PostgresJournal}).
 */
public interface Journal extends Closeable {

    /**
     * Adds an entry. When this returns the entry survives a crash of the program and of the machine. A journal that can tell
     * adds it only if its author has read everything before it.
     *
     * @param read how far its author has read: what {@link #since} or an earlier call of this gave
     * @return how far the author has read with it; empty where others added something since, then nothing was added
     * @throws UncertainAppendException if nobody can tell whether it was written
     * @throws IOException if it could not be written; then nothing of it is there
     */
    Optional<Cursor> append(JournalEntry entry, Cursor read) throws IOException;

    /**
     * What was added, by anybody, since a place in the journal. Entries may come more than once, and in any order.
     *
     * @param cursor what an earlier call gave, or null for the beginning
     */
    Additions since(Cursor cursor) throws IOException;

    /**
     * Lets somebody hear, on a thread of the journal's, that others may have added something, or that the journal cannot be
     * reached any more. A journal that cannot tell never calls.
     */
    void onNews(Runnable listener);

    /** A place in a journal; only the journal that made it understands it. */
    interface Cursor {
    }

    /**
     * What was read.
     *
     * @param issues what could not be read
     * @param next where to go on
     * @param newer whether a newer version wrote some of it: don't add anything
     * @param ended whether the dataset's changes were moved elsewhere: don't add anything, and look there
     */
    record Additions(List<JournalEntry> entries, List<JournalIssue> issues, Cursor next, boolean newer, boolean ended) {
    }
}
