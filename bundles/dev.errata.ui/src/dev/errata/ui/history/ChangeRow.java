package dev.errata.ui.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.journal.Json;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.state.Fields;

/**
 * One change of a label, in words.
 *
 * @param image index of the image
 * @param annotation id of the annotation
 * @param fileName of the image
 * @param reason empty where nobody gave one
 */
record ChangeRow(Instant when, String who, int image, long annotation, String fileName, String what, String reason) {

    /** All changes of a dataset, the latest first. */
    static List<ChangeRow> of(OpenDataset dataset) {
        List<Change> changes = dataset.changes().history();
        Set<String> takenBack = Changes.takenBack(changes);
        return changes.reversed().stream().map(change -> row(dataset, change, takenBack.contains(change.getGroup()))).toList();
    }

    private static ChangeRow row(OpenDataset dataset, Change change, boolean undone) {
        String what = what(dataset, change);
        what = text(change.getUndoes()).isEmpty() ? what : NLS.bind(Messages.ChangeText_undo, what);
        return new ChangeRow(Instant.ofEpochMilli(change.getAt()), text(change.getAuthor()), change.getImageIndex(),
            change.getAnnotation(), dataset.fileName(change.getImageIndex()),
            VisibleText.oneLine(undone ? NLS.bind(Messages.ChangeText_takenBack, what) : what), text(change.getReason()));
    }

    private static String what(OpenDataset dataset, Change change) {
        String before = value(dataset, change.getField(), change.getOldValue());
        String after = value(dataset, change.getField(), change.getNewValue());
        return switch (change.getOperation()) {
            case SET -> NLS.bind(Messages.ChangeText_set, new Object[] {field(text(change.getField())), before, after});
            case ADD -> NLS.bind(Messages.ChangeText_added, after);
            case DELETE -> NLS.bind(Messages.ChangeText_deleted, before);
            case RESTORE -> Messages.ChangeText_restored;
        };
    }

    private static String field(String name) {
        return switch (name) {
            case Fields.LABEL -> Messages.Field_class;
            case Fields.BOX -> Messages.Field_box;
            case Fields.POLYGONS -> Messages.Field_outline;
            case Fields.CROWD -> Messages.Field_crowd;
            default -> name.startsWith(Fields.ATTRIBUTE) ? name.substring(Fields.ATTRIBUTE.length()) : name;
        };
    }

    /** Classes by their names, everything else as the journal has it. */
    private static String value(OpenDataset dataset, String field, String json) {
        if (text(json).isEmpty()) {
            return Messages.ChangeText_none;
        }
        try {
            Object value = Json.parse(json);
            Object label = value instanceof Map<?, ?> object ? object.get(Fields.LABEL)
                : Fields.LABEL.equals(field) ? value : null;
            if (label instanceof Long index && index >= 0 && index < dataset.document().getClasses().size()) {
                return dataset.className(index.intValue());
            }
            return value instanceof String string ? string : json;
        } catch (IOException notOurs) {
            // a newer program may write values in another way: they are shown as they are
            return json;
        }
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, ""); //$NON-NLS-1$
    }
}
