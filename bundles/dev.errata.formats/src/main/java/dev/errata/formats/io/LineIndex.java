package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Turns byte offsets of a text file into lines and columns, both counted from 1; a column is a byte. */
public final class LineIndex {

    /** A place in a text. */
    public record Place(long line, long column) {
    }

    private long[] starts = new long[64];
    private int count = 1;

    private LineIndex() {
    }

    /**
     * Reads the starts of the lines.
     *
     * @param text from the beginning of the file
     * @param limit no offset beyond this one is asked for
     */
    public static LineIndex of(InputStream text, long limit) throws IOException {
        LineIndex index = new LineIndex();
        byte[] buffer = new byte[1 << 16];
        long offset = 0;
        boolean afterReturn = false;
        int length = text.read(buffer);
        while (length > 0 && offset <= limit) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (afterReturn && b != '\n') {
                    index.start(offset + i);
                }
                afterReturn = b == '\r';
                if (b == '\n') {
                    index.start(offset + i + 1);
                }
            }
            offset += length;
            length = text.read(buffer);
        }
        return index;
    }

    /** Reads the starts of the lines of a raw text. */
    public static LineIndex of(String text) {
        LineIndex index = new LineIndex();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                index.start(i + 1L);
            }
        }
        return index;
    }

    private void start(long offset) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = offset;
    }

    public Place place(long offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1L, offset - starts[line] + 1);
    }
}
