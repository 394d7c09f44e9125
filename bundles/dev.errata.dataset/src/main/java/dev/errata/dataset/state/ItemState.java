package dev.errata.dataset.state;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.errata.dataset.journal.JournalChange;

/** What the journals say of one thing: the history of each of its fields, its existence among them. */
public final class ItemState {

    /** By name: the order must not depend on which change arrived first. */
    private final Map<String, FieldHistory> fields = new TreeMap<>();

    void add(PlacedChange change) {
        fields.computeIfAbsent(change.change().field(), field -> new FieldHistory()).add(change);
    }

    public Map<String, FieldHistory> fields() {
        return fields;
    }

    /** The history of a field; null where nobody changed it. */
    public FieldHistory field(String name) {
        return fields.get(name);
    }

    /** The value of a field, or what the source has. */
    public Object value(String name, Object source) {
        FieldHistory history = fields.get(name);
        return history == null ? source : history.value();
    }

    /** Whether the thing is there, where a thing of the source is there from the beginning. */
    public boolean exists(boolean inSource) {
        FieldHistory history = fields.get(JournalChange.EXISTENCE);
        return history == null ? inSource : FieldHistory.exists(history.latest().change());
    }

    /** The addition of a thing that is not in the source. */
    public Optional<PlacedChange> addition() {
        FieldHistory history = fields.get(JournalChange.EXISTENCE);
        if (history == null) {
            return Optional.empty();
        }
        return history.changes().stream()
            .filter(placed -> placed.change().operation().equals(JournalChange.ADD))
            .findFirst();
    }

    public boolean conflicting() {
        return fields.values().stream().anyMatch(FieldHistory::conflicting);
    }
}
