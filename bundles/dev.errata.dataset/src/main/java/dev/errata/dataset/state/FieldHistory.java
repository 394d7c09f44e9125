package dev.errata.dataset.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * The changes that no other was made upon: more than one where people did not know of each other. Where a decision between
     * some was taken back, nobody has decided between these.
     */
    public List<PlacedChange> tips() {
        if (changes.size() == 1) {
            return changes;
        }
        Set<String> covered = new HashSet<>();
        changes.forEach(placed -> covered.addAll(upon(placed)));
        Deque<PlacedChange> open = new ArrayDeque<>();
        changes.stream().filter(placed -> !covered.contains(placed.id())).forEach(open::add);
        TreeSet<PlacedChange> tips = new TreeSet<>();
        Set<PlacedChange> seen = new HashSet<>();
        while (!open.isEmpty()) {
            PlacedChange tip = open.remove();
            Set<String> rivals = rivalsBefore(tip);
            if (rivals.isEmpty()) {
                tips.add(tip);
            } else if (seen.add(tip)) {
                changes.stream().filter(placed -> rivals.contains(placed.id()) && placed.compareTo(tip) < 0).forEach(open::add);
            }
        }
        return List.copyOf(tips);
    }

    /** What a change was made upon. */
    private static Set<String> upon(PlacedChange placed) {
        Set<String> ids = new HashSet<>(placed.change().resolves());
        ids.add(placed.change().base());
        return ids;
    }

    /** Between what the decision was made that a change takes back; empty where it takes none back. */
    private Set<String> rivalsBefore(PlacedChange change) {
        String undoes = change.entry().undoes();
        return undoes.isEmpty() ? Set.of() : changes.stream()
            .filter(placed -> placed.entry().id().equals(undoes) && !placed.change().resolves().isEmpty())
            .findFirst().map(FieldHistory::upon).orElse(Set.of());
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
