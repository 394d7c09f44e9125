package dev.errata.dataset.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;

/**
 * All entries of all journals, folded: what they come to does not depend on the order in which they arrive. An entry that
 * arrives twice counts once. Not thread safe.
 */
public final class FoldedJournal {

    private final TreeSet<JournalEntry> entries = new TreeSet<>();
    private final Map<String, JournalEntry> byId = new HashMap<>();
    private final Map<String, Map<Integer, Map<Long, ItemState>>> spaces = new TreeMap<>();
    private final Set<String> undone = new HashSet<>();
    private final ChangeRules rules;
    private final List<String> refused = new ArrayList<>();
    private long lamport;

    public FoldedJournal(ChangeRules rules) {
        this.rules = rules;
    }

    /** @return what is different now */
    public Touched add(Collection<JournalEntry> added) {
        Touched touched = new Touched(new TreeMap<>());
        for (JournalEntry entry : added) {
            if (byId.putIfAbsent(entry.id(), entry) == null) {
                entries.add(entry);
                lamport = Math.max(lamport, entry.lamport());
                if (!entry.undoes().isEmpty()) {
                    undone.add(entry.undoes());
                }
                fold(entry, touched);
            }
        }
        return touched;
    }

    private void fold(JournalEntry entry, Touched touched) {
        for (int i = 0; i < entry.changes().size(); i++) {
            JournalChange change = entry.changes().get(i);
            String problem = rules.problem(change);
            if (problem != null) {
                refused.add("change " + entry.changeId(i) + " by " + entry.author() + ": " + problem);
            } else {
                item(change).add(new PlacedChange(entry, i));
                touched.images().computeIfAbsent(change.space(), space -> new TreeSet<>()).add(change.image());
            }
        }
    }

    private ItemState item(JournalChange change) {
        return spaces.computeIfAbsent(change.space(), space -> new HashMap<>())
            .computeIfAbsent(change.image(), image -> new TreeMap<>())
            .computeIfAbsent(change.annotation(), annotation -> new ItemState());
    }

    /** The things of a space at one image, by annotation id. */
    public Map<Long, ItemState> items(String space, int image) {
        return space(space).getOrDefault(image, Map.of());
    }

    /** The things of a space, by image and annotation id. */
    public Map<Integer, Map<Long, ItemState>> space(String space) {
        return spaces.getOrDefault(space, Map.of());
    }

    /** The fields in conflict, by image and annotation id. */
    public List<Conflict> conflicts(String space) {
        List<Conflict> conflicts = new ArrayList<>();
        new TreeMap<>(space(space)).forEach((image, items) -> items.forEach((annotation, item) -> item.fields()
            .forEach((field, history) -> {
                if (history.conflicting()) {
                    List<PlacedChange> tips = history.tips();
                    conflicts.add(new Conflict(image, annotation, field, tips.reversed()));
                }
            })));
        return conflicts;
    }

    /** The names of all spaces that have something in them. */
    public Set<String> spaces() {
        return spaces.keySet();
    }

    /** The history of the field that a change is about; null where there is none. */
    public FieldHistory history(JournalChange change) {
        ItemState item = items(change.space(), change.image()).get(change.annotation());
        return item == null ? null : item.field(change.field());
    }

    /** Whether all is now as an entry made it, whoever did so last. */
    public boolean isAs(JournalEntry entry) {
        return entry.changes().stream().allMatch(change -> history(change) != null && history(change).isAs(change));
    }

    /** In the order in which they count. */
    public SortedSet<JournalEntry> entries() {
        return entries;
    }

    /** The entry with an id, or null. */
    public JournalEntry entry(String id) {
        return byId.get(id);
    }

    public boolean undone(JournalEntry entry) {
        return undone.contains(entry.id());
    }

    /** Whether an entry was not taken back and took nothing back. */
    public boolean stands(JournalEntry entry) {
        return entry.undoes().isEmpty() && !undone(entry);
    }

    /** The logical time of a new entry. */
    public long nextLamport() {
        return lamport + 1;
    }

    /** Changes that don't count because they make no sense, for a person to read. */
    public List<String> refused() {
        return refused;
    }

    /**
     * Things that are different.
     *
     * @param images by space; -1 stands for things that belong to no image
     */
    public record Touched(Map<String, Set<Integer>> images) {

        public Set<Integer> images(String space) {
            return images.getOrDefault(space, Set.of());
        }
    }
}
