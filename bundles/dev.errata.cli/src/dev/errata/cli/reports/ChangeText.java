package dev.errata.cli.reports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.errata.cli.console.Texts;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Change;

/** Tells what a change did. Values name label classes by their names, not by the indexes of the journal. */
public final class ChangeText {

    private static final String LABEL = "label";

    private final OpenDataset dataset;

    /** Names classes and images as the dataset does. */
    public ChangeText(OpenDataset dataset) {
        this.dataset = dataset;
    }

    /** @param json as the journal has it; null for none */
    public Object value(String field, String json) throws IOException {
        if (json == null || json.isEmpty()) {
            return null;
        }
        Object value = dev.errata.dataset.journal.Json.parse(json);
        if (LABEL.equals(field)) {
            return className(value);
        }
        if (value instanceof Map<?, ?> object && object.containsKey(LABEL)) {
            Map<Object, Object> named = new LinkedHashMap<>(object);
            named.replace(LABEL, className(object.get(LABEL)));
            return named;
        }
        return value;
    }

    private Object className(Object label) {
        boolean known = label instanceof Long index && index >= 0 && index < dataset.document().getClasses().size();
        return known ? dataset.className(((Long) label).intValue()) : label;
    }

    /** For example {@code label WBC -> RBC}. */
    public String what(Change change) throws IOException {
        String field = change.getField();
        return switch (change.getOperation()) {
            case SET -> field + " " + shown(value(field, change.getOldValue())) + " -> "
                + shown(value(field, change.getNewValue()));
            case ADD -> "added " + shown(value(field, change.getNewValue()));
            case DELETE -> "deleted " + shown(value(field, change.getOldValue()));
            case RESTORE -> "restored";
        };
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?> object && object.get(LABEL) instanceof String name) {
            return Texts.shown(name);
        }
        return Texts.shown(value == null ? "-" : value instanceof String text ? text
            : dev.errata.dataset.journal.Json.write(value));
    }
}
