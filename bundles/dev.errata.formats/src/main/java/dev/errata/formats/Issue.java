package dev.errata.formats;

/**
 * Something wrong in an input file.
 *
 * @param code a short stable name, for example {@code coco.bbox.length}
 * @param severity how bad
 * @param file the file, or the archive and its entry
 * @param line 1-based; 0 where it is not known
 * @param column 1-based; 0 where it is not known
 * @param offset the first byte of the record in the unpacked file; -1 where it is not known
 * @param pointer the JSON pointer (RFC 6901) to the record; empty where there is none
 * @param record the id or index of the record, or an empty text
 * @param value the offending text, cut to 80 characters
 * @param message what is wrong, and what was done or can be done
 */
public record Issue(String code, Severity severity, String file, long line, long column, long offset, String pointer,
    String record, String value, String message) {

    /** An issue of which the byte is not known. */
    public Issue(String code, Severity severity, String file, long line, long column, String record, String value,
        String message) {
        this(code, severity, file, line, column, -1, "", record, value, message);
    }

    /** This issue, with its line found. */
    public Issue at(long foundLine, long foundColumn) {
        return new Issue(code, severity, file, foundLine, foundColumn, offset, pointer, record, value, message);
    }

    /** How bad an issue is. */
    public enum Severity {
        /** The record was imported; look at it. */
        WARNING,
        /** The record was set aside verbatim, and is written back on export. */
        QUARANTINED,
        /** The file was refused. */
        ERROR
    }
}
