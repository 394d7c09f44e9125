package dev.errata.dataset.changes;

import java.util.List;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.journal.JournalChange;

/**
 * Says what a command changes, at the moment when it is executed: no other change comes between. Bases and old values are
 * filled in afterwards.
 */
@FunctionalInterface
public interface ChangeMaker {

    /** @throws DatasetException if it cannot be done any more; the message is for a person */
    List<JournalChange> make() throws DatasetException;
}
