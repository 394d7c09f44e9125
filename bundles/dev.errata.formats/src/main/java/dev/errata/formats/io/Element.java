package dev.errata.formats.io;

/**
 * A part of a label file that is read as one piece.
 *
 * @param raw its text, as {@link RawText} gives UTF-8
 * @param begin the place of its first byte in the file
 * @param pointer the JSON pointer (RFC 6901) to it; null where this is no part of a JSON document
 */
public record Element(String raw, long begin, String pointer) {

    /** A whole file that is no JSON. */
    public static Element of(String raw) {
        return new Element(raw, 0, null);
    }
}
