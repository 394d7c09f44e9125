package dev.errata.dataset.journal;

import java.util.List;
import java.util.Objects;

/**
 * One change of one field of one thing. Things are found by space, image and annotation: the annotations of the dataset are
 * in the space with the empty name; a bundle that keeps other things names its own spaces, for example {@code task/} and an id.
 *
 * @param operation {@link #SET}, {@link #ADD}, {@link #DELETE}, {@link #RESTORE}, or one that a newer version knows
 * @param space empty for annotations of the dataset
 * @param image index of the image, or -1
 * @param annotation id of the annotation, or -1
 * @param field the field that is set; {@link #EXISTENCE} for the other operations
 * @param oldValue a value as {@link Json} has them
 * @param newValue a value as {@link Json} has them
 * @param base id of the change of the same field that this one was made upon; empty for the source
 * @param resolves ids of the other latest changes of the same field that its author knew
 */
public record JournalChange(String operation, String space, int image, long annotation, String field, Object oldValue,
    Object newValue, String base, List<String> resolves) {

    public static final String SET = "set";
    public static final String ADD = "add";
    public static final String DELETE = "delete";
    public static final String RESTORE = "restore";

    /** The field of additions, deletions and restorations. */
    public static final String EXISTENCE = "";

    public JournalChange {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(space);
        Objects.requireNonNull(field);
        Objects.requireNonNull(base);
        oldValue = Json.normal(oldValue);
        newValue = Json.normal(newValue);
        resolves = List.copyOf(resolves);
    }

    /** A change whose base is not known yet. */
    public static JournalChange of(String operation, String space, int image, long annotation, String field, Object oldValue,
        Object newValue) {
        return new JournalChange(operation, space, image, annotation, field, oldValue, newValue, "", List.of());
    }

    public JournalChange upon(String newBase, List<String> resolved) {
        return new JournalChange(operation, space, image, annotation, field, oldValue, newValue, newBase, resolved);
    }

    /** The same change in another space, its base not known yet. */
    public JournalChange in(String otherSpace) {
        return of(operation, otherSpace, image, annotation, field, oldValue, newValue);
    }

    public JournalChange withOld(Object value) {
        return new JournalChange(operation, space, image, annotation, field, value, newValue, base, resolves);
    }

    /** Whether this version knows what the operation means. */
    public boolean known() {
        return operation.equals(SET) || operation.equals(ADD) || operation.equals(DELETE) || operation.equals(RESTORE);
    }
}
