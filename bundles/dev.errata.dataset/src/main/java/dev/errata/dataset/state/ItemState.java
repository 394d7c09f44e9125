package dev.errata.dataset.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.errata.dataset.journal.JournalChange;

/** What the journals say of one thing: the history of each of its fields, its existence among them. */
public final class ItemState {

    private final Map<String, FieldHistory> fields = new LinkedHashMap<>(2);

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

    /** Every change of the thing, field by field. */
    public Collection<FieldHistory> histories() {
        return fields.values();
    }

    /** The latest change of a field has this id. */
    boolean latestIs(String field, String changeId) {
        FieldHistory history = fields.get(field);
        return history != null && Objects.equals(history.latest().id(), changeId);
    }
}
