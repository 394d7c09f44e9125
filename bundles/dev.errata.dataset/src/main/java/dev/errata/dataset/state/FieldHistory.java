package dev.errata.dataset.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.errata.dataset.journal.JournalChange;

/**
 * All changes of one field of one thing, in the order in which they count. The last one counts. Changes that no other was
 * made upon are its tips; more than one tip with different values is a conflict.
 */
public final class FieldHistory {

    private final List<PlacedChange> changes = new ArrayList<>(1);

    /** Keeps the order, whenever the change arrives. */
    void add(PlacedChange change) {
        int at = changes.size();
        while (at > 0 && changes.get(at - 1).compareTo(change) > 0) {
            at--;
        }
        changes.add(at, change);
    }

    public List<PlacedChange> changes() {
        return changes;
    }

    /** The change that counts. */
    public PlacedChange latest() {
        return changes.get(changes.size() - 1);
    }

    public Object value() {
        return latest().change().newValue();
    }

    /** The value in the source. */
    public Object sourceValue() {
        return changes.get(0).change().oldValue();
    }

    /** Whether the value is another than in the source. */
    public boolean modified() {
        return !Objects.equals(value(), sourceValue());
    }

    /** The changes that were not taken back, and took nothing back, in their order. */
    public List<PlacedChange> standing() {
        Set<String> takenBack = new HashSet<>();
        List<PlacedChange> standing = new ArrayList<>(changes.size());
        for (PlacedChange placed : changes.reversed()) {
            String undoes = placed.entry().undoes();
            if (!undoes.isEmpty()) {
                takenBack.add(undoes);
            } else if (!takenBack.contains(placed.entry().id())) {
                standing.add(placed);
            }
        }
        return standing.reversed();
    }

    /** What the field would be without its latest standing change: the value before, or the source's. */
    public Object valueBefore(List<PlacedChange> standing) {
        return standing.size() > 1 ? standing.get(standing.size() - 2).change().newValue() : sourceValue();
    }

    /** Whether the thing would exist without its latest standing change. */
    public boolean existedBefore(List<PlacedChange> standing) {
        return standing.size() > 1
            ? exists(standing.get(standing.size() - 2).change())
            : !changes.get(0).change().operation().equals(JournalChange.ADD);
    }

    public List<PlacedChange> tips() {
        if (changes.size() == 1) {
            return changes;
        }
        Set<String> covered = new HashSet<>();
        for (PlacedChange placed : changes) {
            covered.add(placed.change().base());
            covered.addAll(placed.change().resolves());
        }
        return changes.stream().filter(placed -> !covered.contains(placed.id())).toList();
    }

    /** The changes before one that were made upon the same as it was: who made it did not know of them. */
    public List<PlacedChange> rivals(PlacedChange change) {
        return changes.stream()
            .filter(other -> other.compareTo(change) < 0 && other.change().base().equals(change.change().base())).toList();
    }

    /** Whether people changed the field differently without knowing of each other, and nobody decided since. */
    public boolean conflicting() {
        List<PlacedChange> tips = tips();
        for (PlacedChange tip : tips) {
            if (!sameOutcome(tip.change(), latest().change())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the field is as a change of it says, or was made so by one that stands. */
    public boolean wasMade(JournalChange change) {
        return isAs(change) || standing().stream().anyMatch(placed -> sameOutcome(change, placed.change()));
    }

    /** Whether the field is now as a change of it made it. */
    public boolean isAs(JournalChange change) {
        return sameOutcome(change, latest().change());
    }

    private static boolean sameOutcome(JournalChange one, JournalChange other) {
        return one.field().equals(JournalChange.EXISTENCE)
            ? exists(one) == exists(other)
            : Objects.equals(one.newValue(), other.newValue());
    }

    static boolean exists(JournalChange change) {
        return !change.operation().equals(JournalChange.DELETE);
    }
}
