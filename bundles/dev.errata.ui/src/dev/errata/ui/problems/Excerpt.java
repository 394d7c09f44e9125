package dev.errata.ui.problems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a text file holds around a place: enough to see what is wrong, however long the file or its lines are.
 *
 * @param text at most {@link #REACH} bytes before the place and as many after it, as UTF-8; what is none shows as U+FFFD
 * @param start where the place is in the text, in characters
 * @param whole whether the text is all that the file holds
 */
public record Excerpt(String text, int start, boolean whole) {

    /** Bytes shown before a place, and behind it. */
    public static final int REACH = 64 << 10;

    private static final int BUFFER = 1 << 16;

    /**
     * Reads the bytes around a place.
     *
     * @param line 1-based; 0 for the start of the file
     * @param column 1-based, in bytes; 0 for the start of the line
     */
    public static Excerpt of(InputStream in, long line, long column) throws IOException {
        byte[] before = new byte[REACH];
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        long lines = 1;
        long toGo = line <= 1 ? Math.max(0, column - 1) : -1;
        int read = in.read(buffer);
        int at = 0;
        while (read > 0 && toGo != 0) {
            if (at == read) {
                read = in.read(buffer);
                at = 0;
                continue;
            }
            byte next = buffer[at++];
            before[(int) (passed++ % REACH)] = next;
            if (toGo > 0) {
                toGo--;
            } else if (next == '\n' && ++lines == line) {
                toGo = Math.max(0, column - 1);
            }
        }
        byte[] behind = read <= 0 ? new byte[0] : behind(buffer, at, read, in);
        boolean cutBehind = behind.length > REACH;
        int kept = (int) Math.min(passed, REACH);
        byte[] ahead = new byte[kept];
        for (int i = 0; i < kept; i++) {
            ahead[i] = before[(int) ((passed - kept + i) % REACH)];
        }
        String head = decoded(ahead, ahead.length);
        return new Excerpt(head + decoded(behind, Math.min(REACH, behind.length)), head.length(), passed <= REACH && !cutBehind);
    }

    /** How many characters stand from the place to the end of its line, at most. */
    public int shown(int most) {
        int length = 0;
        while (length < most && start + length < text.length() && text.charAt(start + length) != '\n'
            && text.charAt(start + length) != '\r') {
            length++;
        }
        return length;
    }

    private static byte[] behind(byte[] buffer, int at, int read, InputStream in) throws IOException {
        byte[] rest = Arrays.copyOfRange(buffer, at, read);
        byte[] more = in.readNBytes(Math.max(0, REACH + 1 - rest.length));
        byte[] behind = Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, behind, rest.length, more.length);
        return behind;
    }

    private static String decoded(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
