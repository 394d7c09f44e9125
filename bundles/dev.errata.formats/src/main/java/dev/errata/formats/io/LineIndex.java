package dev.errata.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Turns byte offsets of a text file into lines and columns, both counted from 1; a column is a byte. */
public final class LineIndex {

    /** A place in a text. */
    public record Place(long line, long column) {
    }

    /** Ascending offsets that are asked for; null where any may be. */
    private final long[] places;
    private int nextPlace;
    private long line = 1;
    private long[] starts = new long[64];
    private long[] lines = new long[64];
    private int count = 1;

    private LineIndex(long[] places) {
        this.places = places;
        lines[0] = 1;
    }

    /**
     * Reads the starts of the lines in which some places are; of others nothing is kept.
     *
     * @param text from the beginning of the file
     * @param places the only offsets that are asked for, ascending
     */
    public static LineIndex of(InputStream text, long[] places) throws IOException {
        LineIndex index = new LineIndex(places);
        long limit = places.length == 0 ? -1 : places[places.length - 1];
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
        LineIndex index = new LineIndex(null);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                index.start(i + 1L);
            }
        }
        return index;
    }

    private void start(long offset) {
        line++;
        boolean needed = places == null;
        if (places != null && nextPlace < places.length && offset > places[nextPlace]) {
            // the line before this one holds a place, so its start is kept
            while (nextPlace < places.length && offset > places[nextPlace]) {
                nextPlace++;
            }
            count++;
            grow();
        }
        starts[count - (needed ? 0 : 1)] = offset;
        lines[count - (needed ? 0 : 1)] = line;
        if (needed) {
            count++;
            grow();
        }
    }

    private void grow() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            lines = Arrays.copyOf(lines, 2 * count);
        }
    }

    public Place place(long offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int index = found >= 0 ? found : -found - 2;
        return new Place(lines[index], offset - starts[index] + 1);
    }
}
