package dev.errata.review;

/**
 * A draft and somebody's later change are about the same field of the same annotation.
 *
 * @param image index of the image
 * @param annotation id of the annotation
 * @param field the field; empty for the annotation's existence
 * @param author who changed the label
 */
public record DraftConflict(int image, long annotation, String field, String author) {
}
