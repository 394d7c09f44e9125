package dev.errata.dataset.edit;

import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.changes.ChangeMaker;
import dev.errata.dataset.journal.JournalEntry;

/** Where changes are made, taken back and made again, each by an entry of a journal. */
public interface ChangeSteps {

    /**
     * Makes changes, durably.
     *
     * @param reason why, or an empty text
     * @return the journal's entry, or empty if there was nothing to change
     * @throws DatasetException if it could not be done; then nothing is changed
     */
    Optional<JournalEntry> commit(String label, String reason, ChangeMaker maker) throws DatasetException;

    /**
     * Takes an entry back, durably. What somebody changed again since stays as it is, and what somebody else did, too: see
     * {@link #isAs}.
     *
     * @return the journal's entry, or empty if there was nothing left to take back
     */
    Optional<JournalEntry> takeBack(JournalEntry entry) throws DatasetException;

    /** Whether all is as an entry made it: after it was taken back, too, where somebody else did the same at the same time. */
    boolean isAs(JournalEntry entry);

    /** Makes the changes of an entry again that was taken back. */
    Optional<JournalEntry> makeAgain(JournalEntry entry) throws DatasetException;
}
