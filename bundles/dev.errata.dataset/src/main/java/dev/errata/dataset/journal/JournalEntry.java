package dev.errata.dataset.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What one command changed: all of it counts, or none. Entries count in the order of logical time, author and id; the wall
 * clock is for display only.
 *
 * @param id UUID
 * @param lamport logical time: above that of every entry that the author had seen
 * @param author who made the changes, as that program says: not authenticated
 * @param at milliseconds since 1970
 * @param label what a person calls it, for example "Relabel 3 Annotations"
 * @param reason why, or an empty text
 * @param undoes id of the entry that this one takes back, or an empty text
 * @param changes in the order in which they were made
 */
public record JournalEntry(String id, long lamport, String author, long at, String label, String reason, String undoes,
    List<JournalChange> changes) implements Comparable<JournalEntry> {

    private static final Comparator<JournalEntry> ORDER = Comparator.comparingLong(JournalEntry::lamport)
        .thenComparing(JournalEntry::author)
        .thenComparing(JournalEntry::id);

    public JournalEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(author);
        changes = List.copyOf(changes);
    }

    @Override
    public int compareTo(JournalEntry other) {
        return ORDER.compare(this, other);
    }

    /** The id of a change: that of its entry with its place in it. */
    public String changeId(int index) {
        return id + ":" + index;
    }
}
