package dev.errata.dataset.state;

import java.util.List;

/**
 * People changed one field differently without knowing of each other. Whoever changes the field again decides.
 *
 * @param image index of the image
 * @param annotation id of the annotation
 * @param field the field; empty for the annotation's existence
 * @param changes what they made of it; the first one counts
 */
public record Conflict(int image, long annotation, String field, List<PlacedChange> changes) {

    public Conflict {
        changes = List.copyOf(changes);
    }
}
