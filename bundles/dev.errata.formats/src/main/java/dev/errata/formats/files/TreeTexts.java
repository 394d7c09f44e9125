package dev.errata.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.CheckedUtf8;
import dev.errata.formats.io.TextBytes;
import dev.errata.formats.io.Utf16Input;
import dev.errata.formats.io.Utf16Output;

/** Reads the text files of a label tree as UTF-8, whatever they are, and remembers which of them are UTF-16. */
final class TreeTexts {

    private final Map<String, Charset> wide = new TreeMap<>();

    /**
     * Text as UTF-8; reading it refuses what is no valid text.
     *
     * @param in the bytes of the file, closed if this fails
     * @param place how issues name the file
     */
    InputStream decoded(String name, InputStream in, String place) throws IOException {
        try {
            PushbackInputStream text = new PushbackInputStream(in, 2);
            byte[] first = text.readNBytes(2);
            text.unread(first);
            Charset charset = TextBytes.charset(first);
            if (charset.equals(StandardCharsets.UTF_8)) {
                return new CheckedUtf8(text, place);
            }
            wide.put(name, charset);
            return new Utf16Input(text, charset, place);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Takes text as UTF-8, and writes it in the encoding in which the file was read. */
    OutputStream encoding(String name, OutputStream to) {
        return wide.containsKey(name) ? new Utf16Output(to, wide.get(name)) : to;
    }

    /** The files read so far that are UTF-16. */
    Set<String> wide() {
        return wide.keySet();
    }

    /**
     * All of a text.
     *
     * @throws FormatException if it is too long to be held in memory
     */
    static byte[] whole(InputStream text, String place) throws IOException {
        byte[] bytes = text.readNBytes(longest());
        if (text.read() >= 0) {
            throw new FormatException(new Issue("file.long", Severity.ERROR, place, 0, 0, "", "",
                "The text is longer than " + (bytes.length >> 20) + " MB, the most that the memory of this program allows "
                    + "for the labels of one image. Give it more memory, or split the file."));
        }
        return bytes;
    }

    /** A text is held two or three times while it is read. */
    private static int longest() {
        return (int) Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 4);
    }
}
