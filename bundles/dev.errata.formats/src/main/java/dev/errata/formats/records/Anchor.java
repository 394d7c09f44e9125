package dev.errata.formats.records;

/**
 * Where new records of an image are written.
 *
 * @param file index of the file
 * @param offset byte in what is being read as one piece, see {@link Records#element}
 * @param length bytes that are replaced
 * @param before text in front of the new records
 * @param after text behind them
 */
public record Anchor(int file, long offset, int length, String before, String after) {

    /** The end of a file that has a record a line. */
    public static Anchor end(int file) {
        return new Anchor(file, 0, 0, "", "");
    }
}
