package dev.errata.dataset.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Journal entries as JSON and back. Members that this version doesn't know are left alone. */
public final class EntryText {

    private EntryText() {
    }

    public static String write(JournalEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", entry.id());
        object.put("t", entry.lamport());
        object.put("by", entry.author());
        object.put("at", entry.at());
        object.put("label", entry.label());
        putUnlessEmpty(object, "reason", entry.reason());
        putUnlessEmpty(object, "undoes", entry.undoes());
        object.put("changes", entry.changes().stream().map(EntryText::change).toList());
        return Json.write(object);
    }

    private static Map<String, Object> change(JournalChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("op", change.operation());
        putUnlessEmpty(object, "in", change.space());
        if (change.image() >= 0) {
            object.put("image", change.image());
        }
        if (change.annotation() != -1) {
            object.put("annotation", change.annotation());
        }
        putUnlessEmpty(object, "field", change.field());
        if (change.oldValue() != null) {
            object.put("old", change.oldValue());
        }
        if (change.newValue() != null) {
            object.put("new", change.newValue());
        }
        putUnlessEmpty(object, "base", change.base());
        if (!change.resolves().isEmpty()) {
            object.put("resolves", change.resolves());
        }
        return object;
    }

    private static void putUnlessEmpty(Map<String, Object> object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }

    /** @throws IOException if the value is no journal entry; the message says what is wrong with it */
    public static JournalEntry read(Object json) throws IOException {
        Map<?, ?> object = object(json);
        List<JournalChange> changes = new ArrayList<>();
        if (!(object.get("changes") instanceof List<?> list)) {
            throw new IOException("\"changes\" is no array");
        }
        for (Object change : list) {
            changes.add(change(object(change)));
        }
        String id = text(object, "id", null);
        if (id.isEmpty() || id.length() > 100) {
            throw new IOException("\"id\" is empty or too long");
        }
        return new JournalEntry(id, number(object, "t", null), text(object, "by", null), number(object, "at", 0L),
            text(object, "label", ""), text(object, "reason", ""), text(object, "undoes", ""), changes);
    }

    private static JournalChange change(Map<?, ?> object) throws IOException {
        List<String> resolves = new ArrayList<>();
        if (object.get("resolves") instanceof List<?> list) {
            for (Object id : list) {
                resolves.add(Objects.toString(id));
            }
        }
        long image = number(object, "image", -1L);
        if (image < -1 || image > Integer.MAX_VALUE) {
            throw new IOException("\"image\" is " + image);
        }
        return new JournalChange(text(object, "op", null), text(object, "in", ""), (int) image,
            number(object, "annotation", -1L), text(object, "field", ""), object.get("old"), object.get("new"),
            text(object, "base", ""), resolves);
    }

    private static Map<?, ?> object(Object json) throws IOException {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw new IOException("no JSON object where one is expected");
    }

    private static String text(Map<?, ?> object, String name, String otherwise) throws IOException {
        Object value = object.get(name);
        if (value == null && !object.containsKey(name) && otherwise != null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new IOException("\"" + name + "\" is no text");
    }

    private static long number(Map<?, ?> object, String name, Long otherwise) throws IOException {
        Object value = object.get(name);
        if (value == null && !object.containsKey(name) && otherwise != null) {
            return otherwise;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw new IOException("\"" + name + "\" is no whole number");
    }
}
