package dev.errata.review;

import dev.errata.dataset.Texts;

/**
 * A draft and somebody's later change are about the same field of the same annotation.
 *
 * @param image index of the image
 * @param annotation id of the annotation
 * @param field the field; empty for the annotation's existence
 * @param author who changed the label
 */
public record DraftConflict(int image, long annotation, String field, String author) {

    /** Who did what: a sentence without its end. */
    public String told() {
        String id = Long.toString(annotation);
        return field.isEmpty() ? Texts.format(Messages.conflictDeleted, author, id)
            : Texts.format(Messages.conflictChanged, author, field, id);
    }
}
