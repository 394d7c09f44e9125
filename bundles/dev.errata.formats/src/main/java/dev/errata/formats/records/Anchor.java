package dev.errata.formats.records;

/**
 * Where new records of an image are written.
 *
 * @param file index of the file
 * @param offset byte in what is being read as one piece, see {@link Records#element}
 * @param length bytes that are replaced
 * @param before text in front of the new records
 * @param after text behind them
 * @param apart whether they stand there even where the image has records, which stand in something else
 */
public record Anchor(int file, long offset, int length, String before, String after, boolean apart) {

    public Anchor(int file, long offset, int length, String before, String after) {
        this(file, offset, length, before, after, false);
    }

    /** The end of a file that has a record a line. */
    public static Anchor end(int file) {
        return new Anchor(file, 0, 0, "", "");
    }

    /** A place of their own. */
    public static Anchor apart(int file, long offset) {
        return new Anchor(file, offset, 0, "", "", true);
    }

    /** The same place where what is read begins elsewhere. */
    Anchor from(long begin) {
        return new Anchor(file, begin + offset, length, before, after, apart);
    }
}
