package dev.errata.dataset.state;

import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;

/**
 * A change with its place in the journal.
 *
 * @param index its place in the entry
 */
public record PlacedChange(JournalEntry entry, int index) implements Comparable<PlacedChange> {

    public JournalChange change() {
        return entry.changes().get(index);
    }

    public String id() {
        return entry.changeId(index);
    }

    @Override
    public int compareTo(PlacedChange other) {
        int byEntry = entry.compareTo(other.entry);
        return byEntry != 0 ? byEntry : Integer.compare(index, other.index);
    }
}
