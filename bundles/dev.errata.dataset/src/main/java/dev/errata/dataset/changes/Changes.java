package dev.errata.dataset.changes;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.journal.Json;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Operation;
import dev.errata.dataset.state.PlacedChange;

/** Changes as EMF objects and as the journal has them. */
public final class Changes {

    private Changes() {
    }

    /** A change as an object, for people to look at. */
    public static Change object(PlacedChange placed) {
        JournalEntry entry = placed.entry();
        JournalChange journal = placed.change();
        Change change = ModelFactory.eINSTANCE.createChange();
        change.setId(placed.id());
        change.setGroup(entry.id());
        change.setLamport(entry.lamport());
        change.setAuthor(entry.author());
        change.setAt(entry.at());
        change.setReason(entry.reason());
        change.setUndoes(entry.undoes());
        change.setOperation(Operation.get(journal.operation()));
        change.setImageIndex(journal.image());
        change.setAnnotation(journal.annotation());
        change.setField(journal.field());
        change.setOldValue(journal.oldValue() == null ? null : Json.write(journal.oldValue()));
        change.setNewValue(journal.newValue() == null ? null : Json.write(journal.newValue()));
        change.setBase(journal.base());
        return change;
    }

    /**
     * The groups that are taken back now: an undo may itself be taken back, then what it undid counts again.
     *
     * @param history in the order in which changes count, oldest first
     */
    public static Set<String> takenBack(List<Change> history) {
        Set<String> takenBack = new HashSet<>();
        for (Change change : history.reversed()) {
            String undoes = change.getUndoes();
            if (undoes != null && !undoes.isEmpty() && !takenBack.contains(change.getGroup())) {
                takenBack.add(undoes);
            }
        }
        return takenBack;
    }

    /**
     * Changes as the journal has them, in a space of their own.
     *
     * @throws IllegalArgumentException if a value is no JSON
     */
    public static List<JournalChange> journal(List<Change> changes, String space) {
        return changes.stream().map(change -> journal(change, space)).toList();
    }

    /** The first reason that changes give; an empty text where they give none. */
    public static String reason(List<Change> changes) {
        return changes.stream().map(Change::getReason).filter(text -> text != null && !text.isEmpty()).findFirst().orElse("");
    }

    private static JournalChange journal(Change change, String space) {
        String field = change.getField() == null ? JournalChange.EXISTENCE : change.getField();
        return JournalChange.of(change.getOperation().getLiteral(), space, change.getImageIndex(), change.getAnnotation(), field,
            value(change.getOldValue()), value(change.getNewValue()));
    }

    private static Object value(String json) {
        if (json == null || json.isEmpty()) {
            return null;
        }
        try {
            return Json.parse(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("The value of a change is no JSON: " + json, e);
        }
    }
}
