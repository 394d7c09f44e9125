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
     * Takes an entry back, durably. What somebody changed again since stays as it is.
     *
     * @return the journal's entry, or empty if there was nothing left to take back
     */
    Optional<JournalEntry> takeBack(JournalEntry entry) throws DatasetException;

    /** Makes the changes of an entry again that was taken back. */
    Optional<JournalEntry> makeAgain(JournalEntry entry) throws DatasetException;
}
