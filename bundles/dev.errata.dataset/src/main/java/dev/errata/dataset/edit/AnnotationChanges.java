package dev.errata.dataset.edit;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import dev.errata.dataset.journal.Json;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Operation;

/** Makes the changes that a command consists of. */
final class AnnotationChanges {

    /** Ids of new annotations: above what label files count to, below what every JSON reader keeps exactly. */
    private static final long LOWEST_NEW_ID = 1_000_000_000_000L;
    private static final long NEW_ID_LIMIT = 9_000_000_000_000_000L;

    private AnnotationChanges() {
    }

    static Change of(Operation operation, int image, long annotation, String reason) {
        Change change = ModelFactory.eINSTANCE.createChange();
        change.setOperation(operation);
        change.setImageIndex(image);
        change.setAnnotation(annotation);
        change.setReason(reason);
        return change;
    }

    static Change set(Annotation annotation, String field, Object before, Object after, String reason) {
        Change change = of(Operation.SET, annotation.getImage().getIndex(), annotation.getId(), reason);
        change.setField(field);
        values(change, before, after);
        return change;
    }

    /** The id is drawn at random, so that people who work apart never draw the same. */
    static Change add(int image, Map<String, Object> content, String reason) {
        Change change = of(Operation.ADD, image, ThreadLocalRandom.current().nextLong(LOWEST_NEW_ID, NEW_ID_LIMIT), reason);
        values(change, null, content);
        return change;
    }

    static void values(Change change, Object before, Object after) {
        change.setOldValue(before == null ? null : Json.write(Json.normal(before)));
        change.setNewValue(after == null ? null : Json.write(Json.normal(after)));
    }
}
